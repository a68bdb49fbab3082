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

    /** Most cells of a record. */
    static final int MAX_CELLS = 16_384;

    private static final int WIDTH = 32;
    private static final int KEPT_OF_A_LONG_TEXT = 200;

    private final @Nullable Character escape;
    private @Nullable BitSet kept;
    private String[] previous = empty(WIDTH);
    private String[] cells = previous;
    private int count;
    private boolean blank;
    private @Nullable Flaw flaw;

    /** @param escape before a quote that belongs to the text; null when it is doubled */
    RecordHandler(@Nullable Character escape) {
        this.escape = escape;
    }

    void keepOnly(BitSet places) {
        kept = places;
    }

    /** Whether nothing but white space is in the record. */
    boolean blank() {
        return blank;
    }

    /** @param worse what else is wrong with it */
    RawRow row(long line, RawRow.Extent extent, @Nullable Flaw worse) {
        return new RawRow(line, cells, Math.min(count, cells.length), extent, worse == null ? flaw : worse);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        previous = cells;
        cells = empty(previous.length);
        count = 0;
        blank = true;
        flaw = null;
    }

    @Override
    protected void handleField(int position, char[] buffer, int offset, int size, boolean quoted) {
        count++;
        blank = blank && isBlank(buffer, offset, size);
        if (position >= MAX_CELLS) {
            flaw = flaw != null
                    ? flaw
                    : new Flaw(Reason.TROP_LONG, Flaw.WHOLE, "La ligne a plus de %d cellules.".formatted(MAX_CELLS));
            return;
        }
        if (position >= cells.length) {
            cells = widened(cells);
            previous = widened(previous);
        }
        if (kept == null || kept.get(position)) {
            place(position, buffer, offset, escape != null && quoted ? unescaped(buffer, offset, size, escape) : size);
        }
    }

    @Override
    protected RecordHandler buildRecord() {
        return this;
    }

    private void place(int place, char[] buffer, int offset, int size) {
        if (size > MAX_LENGTH) {
            flaw = flaw != null
                    ? flaw
                    : new Flaw(
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
            flaw = flaw != null
                    ? flaw
                    : new Flaw(Reason.CARACTERE_NUL, place, "Une cellule contient le caractère NUL : retirez-le.");
            return withoutNul(text);
        }
        return text.strip();
    }

    /** An escape that stands before an escape is one; the cell shrinks in place. */
    private static int unescaped(char[] buffer, int offset, int size, char escape) {
        int to = offset;
        for (int from = offset; from < offset + size; from++) {
            boolean pair = buffer[from] == escape && from + 1 < offset + size;
            if (!pair || buffer[from + 1] != escape) {
                buffer[to++] = buffer[from];
            }
            if (pair) {
                buffer[to++] = buffer[++from];
            }
        }
        return to - offset;
    }

    private static boolean isBlank(char[] buffer, int offset, int size) {
        for (int i = offset; i < offset + size; i++) {
            if (!Character.isWhitespace(buffer[i])) {
                return false;
            }
        }
        return true;
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
