package fr.passerelle.sources.workbook;

import fr.passerelle.sources.archive.Damage;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sheet of an {@code .xlsx}. */
final class XlsxSheet extends Sheet {

    private static final Elements ELEMENTS =
            new Elements("sheetData", Set.of("worksheet", "sheetData"), "row", Set.of("c"));

    private final XlsxCell cell;
    private long line;

    /** @param xml at the beginning of the sheet's part */
    XlsxSheet(int number, String file, Xml xml, XlsxCell cell) {
        super(number, file, xml, ELEMENTS);
        this.cell = cell;
    }

    @Override
    long line() {
        line = number(xml.attribute("r"));
        return line;
    }

    @Override
    int read(int place) {
        int at = place(xml.attribute("r"), place);
        cell.read(xml, cells, at);
        return at + 1;
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
    private int place(@Nullable String reference, int next) {
        int place = reference == null ? next : letters(reference) - 1;
        if (place >= RowCells.MAX_CELLS) {
            throw TooLarge.cells(file);
        }
        if (place < next) {
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
