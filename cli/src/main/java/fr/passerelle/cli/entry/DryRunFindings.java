package fr.passerelle.cli.entry;

import fr.passerelle.batch.attendance.Remarks;
import fr.passerelle.batch.attendance.Remarks.Oddity;
import fr.passerelle.batch.attendance.Remarks.Remark;
import fr.passerelle.cli.entry.DryRun.AcceptedRow;
import fr.passerelle.cli.entry.DryRun.Cases;
import fr.passerelle.cli.entry.DryRun.ColumnSum;
import fr.passerelle.cli.entry.DryRun.CorrectedCell;
import fr.passerelle.cli.entry.DryRun.DryRunReport;
import fr.passerelle.cli.entry.DryRun.FileFacts;
import fr.passerelle.cli.entry.DryRun.OtherActivity;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.KeptCells;
import fr.passerelle.sources.Row;
import fr.passerelle.sources.reject.RejectedRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gathers what becomes of rows, and no more of their cells than may be kept. */
final class DryRunFindings {

    private static final int FIRST = 3;

    private final KeptCells keptCells;
    private final SortedMap<String, Heap<RejectedRow>> rejects = new TreeMap<>();
    private final SortedMap<String, Heap<CorrectedCell>> corrections = new TreeMap<>();
    private final ColumnSums sums;
    private final TotalNames totals;
    private final List<Remarks> remarks = new ArrayList<>();
    private final List<AcceptedRow> first = new ArrayList<>();
    private Counts counts = Counts.NONE;
    private long correctedCells;

    DryRunFindings(KeptCells keptCells, TableSchema schema) {
        this.keptCells = keptCells;
        this.sums = new ColumnSums(schema);
        this.totals = new TotalNames(schema);
    }

    void accepted(Row row) {
        counts = counts.plus(Counts.ACCEPTED);
        sums.add(row);
        totals.see(row);
        row.corrections().forEach(cell -> {
            correctedCells++;
            corrections
                    .computeIfAbsent(cell.code(), any -> new Heap<>())
                    .add(new CorrectedCell(row.line(), row.ordinal(), cell));
        });
        if (first.size() < FIRST) {
            first.add(new AcceptedRow(row.line(), row.ordinal(), keptCells.kept(row)));
        }
    }

    void refused(RejectedRow rejectedRow) {
        counts = counts.plus(Counts.REJECTED);
        rejects.computeIfAbsent(rejectedRow.reason(), any -> new Heap<>()).add(rejectedRow);
    }

    void control() {
        counts = counts.plus(Counts.CONTROL);
    }

    boolean hasOthers() {
        return corrections.containsKey(Correction.ACTIVITE_AUTRE.name());
    }

    /** What is odd about the rows that were accepted, once all are read. */
    void remarks(List<Remarks> all) {
        remarks.addAll(all);
        all.stream()
                .filter(one -> one.code() == Remarks.Oddity.DOUBLE_POSSIBLE)
                .forEach(doubles -> counts = counts.plus(new Counts(0, 0, 0, 0, 0, doubles.count())));
    }

    DryRunReport of(FileFacts file, List<OtherActivity> others) {
        return new DryRunReport(
                file,
                counts,
                correctedCells,
                sums.list(),
                cases(rejects),
                cases(corrections),
                Stream.concat(remarks.stream(), Stream.of(totals.remarks()))
                        .filter(one -> one.count() > 0)
                        .toList(),
                List.copyOf(first),
                others);
    }

    private static <T> List<Cases<T>> cases(SortedMap<String, Heap<T>> heaps) {
        return heaps.entrySet().stream()
                .map(heap -> new Cases<>(heap.getKey(), heap.getValue().count, List.copyOf(heap.getValue().first)))
                .toList();
    }

    /** Counts, and keeps the first few: memory does not grow with the file. */
    private static final class Heap<T> {

        private long count;
        private final List<T> first = new ArrayList<>(FIRST);

        void add(T one) {
            count++;
            if (first.size() < FIRST) {
                first.add(one);
            }
        }
    }

    /** Adds up the columns that count something, in units of their last decimal place, as rows hold them. */
    private static final class ColumnSums {

        private final List<Field> fields;
        private final int[] places;
        private final long[] sums;
        private final long[] values;
        private long rows;

        ColumnSums(TableSchema schema) {
            fields = schema.fields();
            places = IntStream.range(0, fields.size())
                    .filter(place -> isCounted(fields.get(place)))
                    .toArray();
            sums = new long[fields.size()];
            values = new long[fields.size()];
        }

        void add(Row row) {
            rows++;
            for (int place : places) {
                long value = row.value(place);
                if (value != Row.NONE) {
                    sums[place] = Math.addExact(sums[place], value);
                    values[place]++;
                }
            }
        }

        /** Of the columns that have a value at all, in their order. */
        List<ColumnSum> list() {
            return IntStream.of(places)
                    .filter(place -> values[place] > 0)
                    .mapToObj(place -> new ColumnSum(
                            fields.get(place).name(),
                            BigDecimal.valueOf(
                                    sums[place],
                                    Objects.requireNonNullElse(
                                            fields.get(place).constraints().decimalPlaces(), 0)),
                            values[place],
                            rows - values[place]))
                    .toList();
        }

        /** A coordinate counts nothing: its decimals are not bounded. */
        private static boolean isCounted(Field field) {
            return field.type() == Field.Type.INTEGER || field.constraints().decimalPlaces() != null;
        }
    }

    /** Rows of rooms, or places, that are called totals: a total that is not declared counts twice. */
    private static final class TotalNames {

        private static final Pattern TOTAL = Pattern.compile(
                "(?:.*[^\\p{L}])?(?:sous)?tota(?:l|ux)(?:[^\\p{L}].*)?|ensemble(?: (?:de|du|des) .*)?",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        private static final List<String> NAMES = List.of("id_salle", "id_site", "nom");

        private final int[] places;
        private final Heap<Remark> found = new Heap<>();

        TotalNames(TableSchema schema) {
            places = NAMES.stream()
                    .mapToInt(schema.header()::indexOf)
                    .filter(place -> place >= 0)
                    .toArray();
        }

        void see(Row row) {
            if (IntStream.of(places)
                    .anyMatch(place -> TOTAL.matcher(row.text(place)).matches())) {
                found.add(new Remark(row.line(), row.ordinal(), null, null, null));
            }
        }

        Remarks remarks() {
            return new Remarks(Oddity.TOTAL_POSSIBLE, found.count, List.copyOf(found.first));
        }
    }

    /** The words of activities that would become another one. Memory does not grow with a file in which each line has its own. */
    static final class OtherActivities {

        private static final int MOST = 10_000;

        private final Map<String, Long> counts = new HashMap<>();

        void add(String words) {
            if (counts.size() < MOST || counts.containsKey(words)) {
                counts.merge(words, 1L, Long::sum);
            }
        }

        /** Commonest first. */
        List<OtherActivity> list() {
            return counts.entrySet().stream()
                    .map(one -> new OtherActivity(one.getKey(), one.getValue()))
                    .sorted(Comparator.comparingLong(OtherActivity::count)
                            .reversed()
                            .thenComparing(OtherActivity::words))
                    .toList();
        }
    }
}
