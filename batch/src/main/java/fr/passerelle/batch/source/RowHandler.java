package fr.passerelle.batch.source;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cells of one record after the other, placed by column. A cell equal to the one above it is the same text again: registers repeat
 * themselves, and the fewer texts are made the faster they are read.
 */
final class RowHandler extends AbstractBaseCsvCallbackHandler<RowHandler> {

    /** Longest text of a cell, in characters. */
    static final int MAX_LENGTH = 10_000;

    private static final int KEPT_OF_A_LONG_TEXT = 200;

    private int[] places;
    private String[] previous;
    private String[] cells;
    private int count;
    private long line;
    private @Nullable Reason flaw;
    private int flawedPlace;

    /** @param width cells to place at first in the order in which they come */
    RowHandler(int width) {
        places = new int[width];
        Arrays.setAll(places, i -> i);
        previous = empty(width);
        cells = previous;
    }

    /** From now on, the cell at a position goes to a column. */
    void place(int[] columns) {
        places = columns;
        cells = empty(columns.length);
    }

    long line() {
        return line;
    }

    /** Cells met, which may be more or fewer than there are columns. */
    int count() {
        return count;
    }

    String[] cells() {
        return cells;
    }

    @Nullable
    Reason flaw() {
        return flaw;
    }

    /** The column of the flaw. */
    int flawedPlace() {
        return flawedPlace;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        previous = cells;
        cells = empty(previous.length);
        count = 0;
        flaw = null;
    }

    @Override
    protected void handleField(int position, char[] buffer, int offset, int length, boolean quoted) {
        count++;
        if (position < places.length) {
            place(places[position], buffer, offset, length);
        }
    }

    @Override
    protected RowHandler buildRecord() {
        return this;
    }

    private void place(int place, char[] buffer, int offset, int length) {
        if (length > MAX_LENGTH) {
            flaw(Reason.TROP_LONG, place);
            cells[place] = withoutNul(new String(buffer, offset, KEPT_OF_A_LONG_TEXT));
        } else {
            cells[place] = text(place, buffer, offset, length);
        }
    }

    private String text(int place, char[] buffer, int offset, int length) {
        String above = previous[place];
        if (same(above, buffer, offset, length)) {
            return above;
        }
        String text = new String(buffer, offset, length);
        if (text.indexOf('\0') >= 0) {
            flaw(Reason.CARACTERE_NUL, place);
            return withoutNul(text);
        }
        return text.strip();
    }

    private void flaw(Reason reason, int place) {
        flaw = reason;
        flawedPlace = place;
    }

    private static String[] empty(int width) {
        String[] cells = new String[width];
        Arrays.fill(cells, "");
        return cells;
    }

    private static String withoutNul(String text) {
        return text.replace('\0', '\u2400');
    }

    private static boolean same(String text, char[] buffer, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
