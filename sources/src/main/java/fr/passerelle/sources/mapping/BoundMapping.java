package fr.passerelle.sources.mapping;

import fr.passerelle.sources.table.RawRow;
import fr.passerelle.sources.table.RawTable;
import java.util.BitSet;
import java.util.List;
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
    public MappedRecord map(RawRow record) {
        if (controls.holds(record)) {
            return new MappedRecord.Control();
        }
        String[] cells = row.empty();
        MappedRecord.Refused refused = row.fill(cells, record);
        if (period != null) {
            refused = refused == null ? period.fill(cells, record) : period.beside(refused, record);
        }
        return refused == null
                ? new MappedRecord.Rows(rows(cells, record), row.illegible(record))
                : eachMonth(refused, record);
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
    public MappedRecord afterLast() {
        return covered == null ? Binding.super.afterLast() : covered.zeros();
    }

    private MappedRecord.Refused eachMonth(MappedRecord.Refused refused, RawRow record) {
        return months == null ? refused : months.each(refused, record);
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
}
