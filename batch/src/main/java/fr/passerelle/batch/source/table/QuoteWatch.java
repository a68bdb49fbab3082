package fr.passerelle.batch.source.table;

import java.util.HashSet;
import java.util.Set;

/**
 * Follows physical lines (ended by LF, CR LF or a lone CR) and quotes beside the parser, which is lenient about them: a quote that is
 * never closed would swallow the rest of the file in silence, and text after a closing quote would be glued to the cell.
 */
final class QuoteWatch {

    private enum State {
        START_OF_CELL,
        PLAIN,
        QUOTED,
        AFTER_QUOTE
    }

    private State state = State.START_OF_CELL;
    private boolean afterCr;
    private long line = 1;
    private long recordLine = 1;
    private final Set<Long> strays = new HashSet<>();

    void follow(char[] chars, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            follow(chars[i]);
        }
    }

    /** The line of the next character, from 1. */
    long line() {
        return line;
    }

    /** Whether the text so far ends inside quotes. */
    boolean open() {
        return state == State.QUOTED;
    }

    /** The line on which the current record starts. */
    long recordLine() {
        return recordLine;
    }

    /** Whether the record that starts on this line has text after a closing quote; asked once. */
    boolean stray(long startingLine) {
        return !strays.isEmpty() && strays.remove(startingLine);
    }

    private void follow(char c) {
        boolean newLine = c == '\r' || c == '\n';
        if (newLine && !(c == '\n' && afterCr)) {
            line++;
        }
        afterCr = c == '\r';
        state = next(c, newLine);
        if (newLine && state == State.START_OF_CELL) {
            recordLine = line;
        }
    }

    private State next(char c, boolean newLine) {
        if (state == State.QUOTED) {
            return c == '"' ? State.AFTER_QUOTE : State.QUOTED;
        }
        if (c == ';' || newLine) {
            return State.START_OF_CELL;
        }
        if (c == '"' && state != State.PLAIN) {
            return State.QUOTED;
        }
        if (state == State.AFTER_QUOTE) {
            strays.add(recordLine);
        }
        return State.PLAIN;
    }
}
