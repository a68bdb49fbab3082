package fr.passerelle.sources.workbook;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sheet of an {@code .ods}: a row says how many times it stands there. */
final class OdsSheet extends Sheet {

    /** Most cells, so that what a few bytes repeat is read in seconds. */
    static final long MAX_CELLS = 1L << 28;

    private static final Elements ELEMENTS = new Elements(
            "table",
            Set.of("table-header-rows", "table-row-group", "table-rows"),
            "table-row",
            Set.of("table-cell", "covered-table-cell"));

    private final OdsCell cell;
    private @Nullable SheetRow repeated;
    private long line;
    private long last;
    private long read;

    /** @param xml at the start of the sheet */
    OdsSheet(int number, String file, Xml xml, OdsCell cell) {
        super(number, file, xml, ELEMENTS);
        this.cell = cell;
    }

    @Override
    public @Nullable SheetRow next() {
        if (repeated != null && line < last) {
            return repeated.at(++line);
        }
        repeated = super.next();
        if (repeated != null) {
            requireMeasure(repeated.count());
        }
        return repeated;
    }

    @Override
    long line() {
        line = last + 1;
        last = Math.min(last + cell.times(xml, "number-rows-repeated"), RowCells.MAX_ROWS + 1);
        return line;
    }

    @Override
    int read(int place) {
        return cell.read(xml, cells, place);
    }

    private void requireMeasure(int count) {
        read += count * (last - line + 1);
        if (last > RowCells.MAX_ROWS || read > MAX_CELLS) {
            throw TooLarge.cells(file);
        }
    }
}
