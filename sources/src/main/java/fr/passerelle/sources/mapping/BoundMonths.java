package fr.passerelle.sources.mapping;

import fr.passerelle.sources.table.RawRow;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/** Months side by side that have met the columns of a file. */
final class BoundMonths {

    private static final String GRAIN = "MOIS";

    private final int[] places;
    private final String[] starts;
    private final String[] ends;
    private final int target;
    private final PeriodColumns period;
    private final Blanks blanks;

    /**
     * @param months by their place in the file, in order
     * @param target column of the table that the cells go to
     */
    BoundMonths(SequencedMap<Integer, YearMonth> months, int target, PeriodColumns period, Blanks blanks) {
        this.places = months.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.starts =
                months.values().stream().map(month -> month.atDay(1).toString()).toArray(String[]::new);
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
    MappedRecord.Refused each(MappedRecord.Refused refused, RawRow record) {
        MappedRecord.Doubtful common = refused.rows().getFirst();
        List<String[]> cells = rows(common.cells(), record);
        List<String[]> sure = rows(common.sure(), record);
        List<MappedRecord.Doubtful> rows = IntStream.range(0, cells.size())
                .mapToObj(i -> new MappedRecord.Doubtful(cells.get(i), sure.get(i)))
                .toList();
        return rows.isEmpty()
                ? refused
                : new MappedRecord.Refused(refused.column(), refused.reason(), refused.message(), rows);
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
