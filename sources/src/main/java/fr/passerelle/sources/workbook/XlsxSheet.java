package fr.passerelle.sources.workbook;

import fr.passerelle.sources.archive.Damage;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A sheet of an {@code .xlsx}. */
final class XlsxSheet implements Sheet {

    private final int number;
    private final String file;
    private final Xml xml;
    private final XlsxCell cell;
    private final RowCells cells = new RowCells();
    private long line;
    private boolean ended;

    /** @param xml at the beginning of the sheet's part */
    XlsxSheet(int number, String file, Xml xml, XlsxCell cell) {
        this.number = number;
        this.file = file;
        this.xml = xml;
        this.cell = cell;
    }

    @Override
    public @Nullable SheetRow next() {
        while (!ended) {
            SheetRow row = advance();
            if (row != null) {
                return row;
            }
        }
        return null;
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
        if (!xml.next() || xml.ends("sheetData")) {
            ended = true;
            xml.drain();
            return null;
        }
        return xml.starts("row") ? row() : null;
    }

    private @Nullable SheetRow row() {
        line = number(xml.attribute("r"));
        cells.begin();
        int place = -1;
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                place = place(xml.attribute("r"), place);
                cell.read(xml, cells, place);
            } else if (xml.starts()) {
                xml.skip();
            }
        }
        return cells.row(line);
    }

    private long number(@Nullable String written) {
        long number = written == null ? line + 1 : written.matches("\\d{1,7}") ? Long.parseLong(written) : 0;
        if (number <= line) {
            throw Damage.of(file, null);
        }
        if (number > RowCells.MAX_ROWS) {
            throw TooLarge.cells(file);
        }
        return number;
    }

    /** The letters of a reference as a place from 0: cells come from left to right, each once. */
    private int place(@Nullable String reference, int previous) {
        int place = reference == null ? previous + 1 : letters(reference) - 1;
        if (place >= RowCells.MAX_CELLS) {
            throw TooLarge.cells(file);
        }
        if (place <= previous) {
            throw Damage.of(file, null);
        }
        return place;
    }

    private static int letters(String reference) {
        int number = 0;
        for (int i = 0; i < reference.length() && number <= RowCells.MAX_CELLS; i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            number = number * 26 + c - 'A' + 1;
        }
        return number;
    }
}
