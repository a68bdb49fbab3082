package fr.passerelle.batch.source.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import fr.passerelle.batch.source.reject.Reason;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Cells of one record after the other. A cell equal to the one above it is the same text again: registers repeat themselves, and the
 * fewer texts are made the faster they are read.
 */
final class RecordHandler extends AbstractBaseCsvCallbackHandler<RecordHandler> {

    /** Longest text of a cell, in characters. */
    static final int MAX_LENGTH = 10_000;

    private static final int WIDTH = 32;
    private static final int KEPT_OF_A_LONG_TEXT = 200;

    private @Nullable BitSet kept;
    private String[] previous = empty(WIDTH);
    private String[] cells = previous;
    private int count;
    private long line;
    private long length;
    private @Nullable Flaw flaw;

    void keepOnly(BitSet places) {
        kept = places;
    }

    long line() {
        return line;
    }

    /** @param worse what else is wrong with it */
    RawRow row(@Nullable Flaw worse) {
        return new RawRow(line, cells, count, new RawRow.Extent(0, length), worse == null ? flaw : worse);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        previous = cells;
        cells = empty(previous.length);
        count = 0;
        length = 0;
        flaw = null;
    }

    @Override
    protected void handleField(int position, char[] buffer, int offset, int size, boolean quoted) {
        count++;
        length += size;
        if (position >= cells.length) {
            cells = widened(cells);
            previous = widened(previous);
        }
        if (kept == null || kept.get(position)) {
            place(position, buffer, offset, size);
        }
    }

    @Override
    protected RecordHandler buildRecord() {
        return this;
    }

    private void place(int place, char[] buffer, int offset, int size) {
        if (size > MAX_LENGTH) {
            flaw = new Flaw(
                    Reason.TROP_LONG,
                    place,
                    "Une cellule dépasse %d caractères ; un guillemet n'est peut-être pas fermé."
                            .formatted(MAX_LENGTH));
            cells[place] = withoutNul(new String(buffer, offset, KEPT_OF_A_LONG_TEXT));
        } else {
            cells[place] = text(place, buffer, offset, size);
        }
    }

    private String text(int place, char[] buffer, int offset, int size) {
        String above = previous[place];
        if (same(above, buffer, offset, size)) {
            return above;
        }
        String text = new String(buffer, offset, size);
        if (text.indexOf('\0') >= 0) {
            flaw = new Flaw(Reason.CARACTERE_NUL, place, "Une cellule contient le caractère NUL : retirez-le.");
            return withoutNul(text);
        }
        return text.strip();
    }

    private static String[] empty(int width) {
        String[] cells = new String[width];
        Arrays.fill(cells, "");
        return cells;
    }

    private static String[] widened(String[] cells) {
        String[] wider = Arrays.copyOf(cells, cells.length * 2);
        Arrays.fill(wider, cells.length, wider.length, "");
        return wider;
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
