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
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A written mapping that has met the columns of a file.
 *
 * @param beside places behind the last column that are ignored
 * @param period null where none is named
 * @param months null where none stand side by side
 * @param covered null where no coverage is declared
 */
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

    /** Recognises records that are no rows: totals, and the header where it is repeated. */
    static final class Controls {
        private final int[] kept;
        private final String[] header;
        private final int totalPlace;
        private final Glob[] totals;

        /**
         * @param kept cells that are used
         * @param header names of all columns, cleaned
         * @param headless whether these names are not in the file
         * @param totalPlace the cell that tells totals; -1 for none
         * @param totals what it then holds
         */
        Controls(BitSet kept, List<String> header, boolean headless, int totalPlace, List<Glob> totals) {
            this.kept = headless ? new int[0] : kept.stream().toArray();
            this.header = header.toArray(String[]::new);
            this.totalPlace = totalPlace;
            this.totals = totals.toArray(Glob[]::new);
        }

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
                if (!same(record.text(place), header[place])) {
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

    /** Months side by side that have met the columns of a file. */
    static final class BoundMonths {
        private static final String GRAIN = "MOIS";

        private final int[] places;
        private final String[] starts;
        private final String[] ends;
        private final int target;
        private final Recipe.PeriodColumns period;
        private final BoundRow.Blanks blanks;

        /**
         * @param months by their place in the file, in order
         * @param target column of the table that the cells go to
         */
        BoundMonths(
                SequencedMap<Integer, YearMonth> months,
                int target,
                Recipe.PeriodColumns period,
                BoundRow.Blanks blanks) {
            this.places = months.keySet().stream().mapToInt(Integer::intValue).toArray();
            this.starts = months.values().stream()
                    .map(month -> month.atDay(1).toString())
                    .toArray(String[]::new);
            this.ends = months.values().stream()
                    .map(month -> month.atEndOfMonth().toString())
                    .toArray(String[]::new);
            this.target = target;
            this.period = period;
            this.blanks = blanks;
        }

        /** One row for each cell that is not empty; a zero is not empty. */
        List<String[]> rows(String[] common, RawRow record) {
            List<String[]> rows = new ArrayList<>(places.length);
            for (int i = 0; i < places.length; i++) {
                String text = blanks.without(record.text(places[i]));
                if (!text.isEmpty()) {
                    rows.add(row(common.clone(), i, text));
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
            return IntStream.range(0, places.length)
                    .mapToObj(i -> row(nothing.clone(), i, ""))
                    .toList();
        }

        private String[] row(String[] row, int month, String text) {
            row[target] = text;
            period.fill(row, starts[month], ends[month], GRAIN);
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
