package fr.passerelle.sources.mapping;

import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.cell.Periods;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.table.Glob;
import fr.passerelle.sources.table.RawRow;
import fr.passerelle.sources.table.RawTable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A written mapping that has met the columns of a file; those behind the last one may be ignored ({@code beside}). */
record BoundMapping(
        RawTable.RowLayout layout,
        BitSet beside,
        Controls controls,
        BoundRow row,
        @Nullable BoundPeriod period,
        @Nullable BoundMonths months,
        @Nullable CoveredMonths covered)
        implements Binding {
    @Override
    public @Nullable String column(int place) {
        return row.column(place);
    }

    @Override
    public boolean isBeside(RawRow record) {
        return record.count() > layout.width()
                && record.count() <= beside.length()
                && IntStream.range(layout.width(), record.count())
                        .allMatch(
                                place -> beside.get(place) || record.text(place).isEmpty());
    }

    @Override
    public Binding.MappedRecord map(RawRow record) {
        if (controls.holds(record)) {
            return new Binding.MappedRecord.Control();
        }
        String[] cells = row.constants().clone();
        Binding.MappedRecord.Refused refused = row.fill(cells, record);
        if (period != null) {
            refused = refused == null ? period.fill(cells, record) : period.beside(refused, record);
        }
        return refused == null
                ? new Binding.MappedRecord.Rows(rows(cells, record), row.illegible(record))
                : months == null ? refused : months.each(refused, record);
    }

    @Override
    public List<String[]> unsplit(String[] nothing) {
        return months == null ? Binding.super.unsplit(nothing) : months.all(nothing);
    }

    @Override
    public void taken(String[] cells, long[] values) {
        if (covered != null) {
            covered.taken(cells, values);
        }
    }

    @Override
    public void refused(String[] cells) {
        if (covered != null) {
            covered.refused(cells);
        }
    }

    @Override
    public Binding.MappedRecord afterLast() {
        return covered == null ? Binding.super.afterLast() : covered.zeros();
    }

    private List<String[]> rows(String[] cells, RawRow record) {
        if (months == null) {
            return List.<String[]>of(cells);
        }
        List<String[]> rows = months.rows(cells, record);
        if (rows.isEmpty() && covered != null) {
            covered.present(cells);
        }
        return rows;
    }

    /** Recognises records that are no rows: totals, told by one cell (-1 for none), and the header where it is repeated. */
    @SuppressWarnings("ArrayRecordComponent") // looked through for each record
    record Controls(int[] kept, List<String> header, int totalPlace, Glob[] totals) {
        boolean holds(RawRow record) {
            return totalPlace >= 0 && isTotal(record.text(totalPlace)) || isHeader(record);
        }

        private boolean isTotal(String text) {
            for (Glob total : totals) {
                if (total.fits(text)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isHeader(RawRow record) {
            for (int place : kept) {
                if (!same(record.text(place), header.get(place))) {
                    return false;
                }
            }
            return kept.length > 0;
        }

        /** Most records part from the header at the first letter. */
        private static boolean same(String text, String name) {
            boolean begun = !text.isEmpty() && !name.isEmpty() && text.charAt(0) == name.charAt(0);
            return text.equals(name) || (begun && HeaderSearch.clean(text).equals(name));
        }
    }

    /** One of months side by side: its place in the file, its first and its last day as texts. */
    record BoundMonth(int place, YearMonth month, String start, String end) {
        BoundMonth(int place, YearMonth month) {
            this(place, month, month.atDay(1).toString(), month.atEndOfMonth().toString());
        }
    }

    /** Months side by side, in the order of the file, and the column of the table that their cells go to. */
    record BoundMonths(List<BoundMonth> months, int target, Recipe.PeriodColumns period, BoundRow.Blanks blanks) {
        private static final String GRAIN = "MOIS";

        /** One row for each cell that is not empty; a zero is not empty. */
        List<String[]> rows(String[] common, RawRow record) {
            List<String[]> rows = new ArrayList<>(months.size());
            for (BoundMonth month : months) {
                String text = blanks.without(record.text(month.place()));
                if (!text.isEmpty()) {
                    rows.add(row(common.clone(), month, text));
                }
            }
            return rows;
        }

        /** The same rows of a record that is refused; one where every cell is empty. */
        Binding.MappedRecord.Refused each(Binding.MappedRecord.Refused refused, RawRow record) {
            Binding.MappedRecord.Doubtful common = refused.rows().getFirst();
            List<String[]> cells = rows(common.cells(), record);
            List<String[]> sure = rows(common.sure(), record);
            List<Binding.MappedRecord.Doubtful> rows = IntStream.range(0, cells.size())
                    .mapToObj(i -> new Binding.MappedRecord.Doubtful(cells.get(i), sure.get(i)))
                    .toList();
            return rows.isEmpty()
                    ? refused
                    : new Binding.MappedRecord.Refused(refused.column(), refused.reason(), refused.message(), rows);
        }

        /** One row for each month of which nothing else is known. */
        List<String[]> all(String[] nothing) {
            return months.stream().map(month -> row(nothing.clone(), month, "")).toList();
        }

        private String[] row(String[] row, BoundMonth month, String text) {
            row[target] = text;
            period.fill(row, month.start(), month.end(), GRAIN);
            return row;
        }
    }

    /** The name of a period that has met the columns of a file. Remembers the last one, since registers repeat themselves. */
    static final class BoundPeriod {
        private final BoundRow.BoundText name;
        private final @Nullable String grain;
        private final Recipe.PeriodColumns columns;
        private final Forms forms;
        private @Nullable String last;
        private Periods.@Nullable DaySpan lastPeriod;

        /** @param grain the only one that it may be of; null for any */
        BoundPeriod(BoundRow.BoundText name, @Nullable String grain, Recipe.PeriodColumns columns, Forms forms) {
            this.name = name;
            this.grain = grain;
            this.columns = columns;
            this.forms = forms;
        }

        /** Fills the columns of the period; answers why it cannot, null where it can. The raw name then stands for the first day. */
        Binding.MappedRecord.@Nullable Refused fill(String[] row, RawRow record) {
            String text = name.of(record);
            if (text == null) {
                Step failing = name.failing(record);
                return refused(row, record, failing.reason(), failing.complaint());
            }
            Periods.DaySpan period = period(text);
            if (period == null) {
                return refused(
                        row,
                        record,
                        RejectReason.DATE,
                        "ce n'est pas une période que l'on sait lire sans doute ; écrivez par exemple 2016-01 ; si"
                                + " l'année est dans une autre colonne, joignez-la ; si c'est S1, déclarez le grain"
                                + " (semestre ou semaine ?)");
            }
            if (grain != null && !grain.equals(period.grain())) {
                return refused(row, record, RejectReason.GRAIN, "la période n'est pas du grain que dit le mapping");
            }
            columns.fill(row, period.start().toString(), period.end().toString(), period.grain());
            return null;
        }

        /** What is refused for another reason keeps its period, so that it can be taken once that is corrected. */
        Binding.MappedRecord.Refused beside(Binding.MappedRecord.Refused refused, RawRow record) {
            refused.rows().forEach(row -> {
                if (fill(row.cells(), record) == null) {
                    fill(row.sure(), record);
                }
            });
            return refused;
        }

        @SuppressWarnings("ReferenceEquality") // the reader hands the same text again when a cell repeats
        private Periods.@Nullable DaySpan period(String text) {
            if (text != last) {
                lastPeriod = Periods.of(text, forms, grain);
                last = text;
            }
            return lastPeriod;
        }

        private Binding.MappedRecord.Refused refused(
                String[] row, RawRow record, RejectReason reason, String complaint) {
            String[] sure = row.clone();
            row[columns.start()] = name.raw(record);
            String column = Recipe.PeriodColumns.NAMES.getFirst();
            return new Binding.MappedRecord.Refused(
                    column, reason, "Colonne « %s » : %s.".formatted(column, complaint), row, sure);
        }
    }
}
