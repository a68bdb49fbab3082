package fr.passerelle.sources.workbook;

import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sheet of an {@code .ods}: a row says how many times it stands there. */
final class OdsSheet implements Sheet {

    /** Most cells, so that what a few bytes repeat is read in seconds. */
    static final long MAX_CELLS = 1L << 28;

    private static final Set<String> GROUPS = Set.of("table-header-rows", "table-row-group", "table-rows");

    private final int number;
    private final String file;
    private final Xml xml;
    private final OdsCell cell;
    private final RowCells cells = new RowCells();
    private @Nullable SheetRow repeated;
    private long line;
    private long last;
    private long read;
    private boolean ended;

    /** @param xml at the start of the sheet */
    OdsSheet(int number, String file, Xml xml, OdsCell cell) {
        this.number = number;
        this.file = file;
        this.xml = xml;
        this.cell = cell;
    }

    @Override
    public @Nullable SheetRow next() {
        if (repeated != null && line < last) {
            return repeated.at(++line);
        }
        repeated = null;
        line = last;
        while (!ended && repeated == null) {
            repeated = advance();
        }
        return repeated;
    }

    @Override
    public void keepOnly(BitSet places) {
        cells.keepOnly(places);
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public void close() {
        xml.close();
    }

    private @Nullable SheetRow advance() {
        if (!xml.next() || xml.ends("table")) {
            ended = true;
            xml.drain();
        } else if (xml.starts("table-row")) {
            return row();
        } else if (xml.starts() && !GROUPS.contains(xml.name())) {
            xml.skip();
        }
        return null;
    }

    private @Nullable SheetRow row() {
        int times = cell.times(xml, "number-rows-repeated");
        cells.begin();
        int place = 0;
        while (xml.next() && !xml.ends("table-row")) {
            if (xml.starts("table-cell") || xml.starts("covered-table-cell")) {
                place = cell.read(xml, cells, place);
            } else if (xml.starts()) {
                xml.skip();
            }
        }
        line = last + 1;
        last = Math.min(last + times, RowCells.MAX_ROWS + 1);
        SheetRow row = cells.row(line);
        if (row != null) {
            requireMeasure(row.count());
        }
        return row;
    }

    private void requireMeasure(int count) {
        read += count * (last - line + 1);
        if (last > RowCells.MAX_ROWS || read > MAX_CELLS) {
            throw TooLarge.cells(file);
        }
    }
}
