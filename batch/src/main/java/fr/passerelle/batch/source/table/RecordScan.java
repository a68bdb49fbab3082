package fr.passerelle.batch.source.table;

import java.util.BitSet;

/**
 * Finds where records end, and counts physical lines (ended by LF, CR LF or a lone CR). It follows quotes as the parser does, which is
 * lenient about them: a quote that is never closed would swallow the rest of the file in silence, and text after a closing quote would be
 * glued to the cell.
 */
final class RecordScan {

    private enum State {
        START_OF_CELL,
        PLAIN,
        QUOTED,
        ESCAPED,
        AFTER_QUOTE
    }

    private final char separator;
    private final char quote;
    private final char escape;
    private final LineEnds ends = new LineEnds();
    private final BitSet escapes = new BitSet();
    private State state = State.START_OF_CELL;
    private boolean afterCr;
    private long line = 1;
    private long recordLine = 1;
    private long quoteLine = 1;
    private int cells = 1;
    private boolean stray;

    RecordScan(Dialect dialect) {
        separator = dialect.separator();
        quote = dialect.quote();
        escape = dialect.escapeOrQuote();
    }

    /** A record begins. */
    void begin() {
        state = State.START_OF_CELL;
        recordLine = line;
        cells = 1;
        stray = false;
        escapes.clear();
    }

    /**
     * Follows the text of a record.
     *
     * @param start where the record begins in the text
     * @param from where it was left
     * @param to end of the text so far
     * @return the place after the record's line end, or -1 where the text ends before
     */
    int next(char[] text, int start, int from, int to) {
        int i = from;
        while (i < to) {
            char c = text[i++];
            if (state == State.ESCAPED) {
                escaped(c, i - start);
            } else if (state == State.QUOTED) {
                i = quoted(c, text, i, to);
            } else if (endsRecord(c)) {
                return i;
            } else {
                i = unquoted(c, text, i, to);
            }
        }
        return -1;
    }

    /** Whether the last record ended with a CR, so that a LF would belong to that end. */
    boolean afterCr() {
        return afterCr;
    }

    /** Whether the text so far ends inside quotes. */
    boolean open() {
        return state == State.QUOTED || state == State.ESCAPED;
    }

    /** The line on which the last quote was opened. */
    long quoteLine() {
        return quoteLine;
    }

    /** The line on which the record starts. */
    long recordLine() {
        return recordLine;
    }

    /** How many cells the record has so far. */
    int cells() {
        return cells;
    }

    /** Whether text follows a closing quote. */
    boolean stray() {
        return stray;
    }

    /** Places in the record of the escapes that stand before a quote. */
    BitSet escapes() {
        return escapes;
    }

    LineEnds ends() {
        return ends;
    }

    private void escaped(char c, int after) {
        if (c == quote) {
            escapes.set(after - 2);
        }
        count(c);
        state = State.QUOTED;
    }

    private int quoted(char c, char[] text, int from, int to) {
        if (c == quote) {
            state = State.AFTER_QUOTE;
        } else if (c == escape) {
            state = State.ESCAPED;
        } else if (c > '\r') {
            afterCr = false;
            return plainUntil(quote, escape, text, from, to);
        }
        count(c);
        return from;
    }

    private int unquoted(char c, char[] text, int from, int to) {
        afterCr = false;
        if (c == separator) {
            cells++;
            state = State.START_OF_CELL;
        } else if (c == quote && state != State.PLAIN) {
            quoteLine = state == State.START_OF_CELL || stray ? line : quoteLine;
            state = State.QUOTED;
        } else if (state == State.AFTER_QUOTE) {
            stray = true;
        } else if (c != '\n') {
            state = State.PLAIN;
            return plainUntil(separator, separator, text, from, to);
        }
        return from;
    }

    /** A LF after a CR ends nothing: it belongs to the end of the record before. */
    private boolean endsRecord(char c) {
        boolean end = c == '\r' || c == '\n' && !afterCr;
        if (c <= '\r') {
            ends.follow(c, afterCr);
            count(c);
        }
        return end;
    }

    private void count(char c) {
        if (c == '\r' || c == '\n' && !afterCr) {
            line++;
        }
        afterCr = c == '\r';
    }

    private static int plainUntil(char one, char other, char[] text, int from, int to) {
        int i = from;
        while (i < to && text[i] > '\r' && text[i] != one && text[i] != other) {
            i++;
        }
        return i;
    }
}
