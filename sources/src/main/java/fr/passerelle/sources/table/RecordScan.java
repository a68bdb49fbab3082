package fr.passerelle.sources.table;

import fr.passerelle.sources.cell.CellText;
import fr.passerelle.sources.reject.Flaw;
import fr.passerelle.sources.reject.RejectReason;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Follows the cells of a record, one physical line (ended by LF, CR LF or a lone CR) at a time. It is strict about quotes: they stand
 * around a whole cell, blanks beside them apart, or the record is not to be trusted.
 */
final class RecordScan {
    private enum State {
        START_OF_CELL,
        PLAIN,
        QUOTED,
        ESCAPED,
        AFTER_QUOTE,
        AFTER_BLANK
    }

    private final char separator;
    private final char quote;
    private final char escape;
    /** Cells whose text has doubled quotes or escapes. */
    private final BitSet otherwise = new BitSet();

    private int[] from = new int[64];
    private int[] to = new int[64];
    private State state = State.START_OF_CELL;
    private @Nullable Flaw stray;
    private int at;
    private int opened;
    private int cells;

    RecordScan(Dialect dialect) {
        separator = dialect.separator();
        quote = dialect.quote();
        escape = dialect.escapeOrQuote();
    }

    void begin() {
        state = State.START_OF_CELL;
        stray = null;
        at = 0;
        cells = 1;
        from[0] = 0;
        otherwise.clear();
    }

    /**
     * Follows the record to the end of its next line.
     *
     * @param start where the record begins in the text
     * @param end of the text so far
     * @param ended whether there is no more text
     * @return whether the line ends in the text so far; if not, it is taken up where it was left
     */
    boolean line(char[] text, int start, int end, boolean ended) {
        int i = start + at;
        while (i < end) {
            char c = text[i];
            if (c <= '\r' && (c == '\n' || c == '\r')) {
                if (c == '\r' && i + 1 == end && !ended) {
                    break;
                }
                lineEnds(i - start);
                at = i - start + (c == '\r' && i + 1 < end && text[i + 1] == '\n' ? 2 : 1);
                return true;
            }
            i = follow(c, text, i, start, end);
        }
        at = i - start;
        if (ended) {
            lineEnds(at);
        }
        return ended;
    }

    /** Where it stands, in characters after the start of the record. */
    int at() {
        return at;
    }

    /** Whether it stands inside quotes. */
    boolean open() {
        return state == State.QUOTED || state == State.ESCAPED;
    }

    /** Where in the record the last quote was opened. */
    int opened() {
        return opened;
    }

    int cells() {
        return cells;
    }

    /** Where in the record the text of a cell begins, without its quotes; only of the first {@link RecordCells#MAX_CELLS}. */
    int from(int cell) {
        return from[cell];
    }

    int to(int cell) {
        return to[cell];
    }

    /** What is wrong with the quotes of the record; null for nothing. */
    @Nullable
    Flaw stray() {
        return stray;
    }

    private void lineEnds(int place) {
        if (open()) {
            state = State.QUOTED;
        } else {
            cellEnds(place);
        }
    }

    private int follow(char c, char[] text, int i, int start, int end) {
        return switch (state) {
            case ESCAPED -> {
                state = State.QUOTED;
                otherwise.set(cells - 1);
                yield i + 1;
            }
            case QUOTED -> quoted(c, text, i, start, end);
            case PLAIN -> plain(c, text, i, start, end);
            case START_OF_CELL -> begun(c, text, i, start, end);
            case AFTER_QUOTE, AFTER_BLANK -> afterQuote(c, text, i, start, end);
        };
    }

    private int quoted(char c, char[] text, int i, int start, int end) {
        if (c == quote) {
            state = State.AFTER_QUOTE;
            endsAt(i - start);
        } else if (c == escape) {
            state = State.ESCAPED;
        } else {
            return until(quote, escape, text, i + 1, end);
        }
        return i + 1;
    }

    private int begun(char c, char[] text, int i, int start, int end) {
        if (c == quote) {
            state = State.QUOTED;
            opened = i - start;
            beginsAt(opened + 1);
            return i + 1;
        }
        return isBlank(c) ? i + 1 : plain(c, text, i, start, end);
    }

    private int plain(char c, char[] text, int i, int start, int end) {
        if (c == separator) {
            cellEnds(i - start);
            cells++;
            beginsAt(i + 1 - start);
            return i + 1;
        }
        if (c == quote) {
            stray = RecordFeed.INSIDE_CELL;
        }
        state = State.PLAIN;
        return until(separator, quote, text, i + 1, end);
    }

    private int afterQuote(char c, char[] text, int i, int start, int end) {
        if (c == quote && state == State.AFTER_QUOTE) {
            state = State.QUOTED;
            otherwise.set(cells - 1);
            return i + 1;
        }
        if (isBlank(c)) {
            state = State.AFTER_BLANK;
            return i + 1;
        }
        if (c != separator) {
            stray = RecordFeed.AFTER_CELL;
        }
        return plain(c, text, i, start, end);
    }

    private boolean isBlank(char c) {
        return (c == ' ' || c == '\t') && c != separator;
    }

    private void cellEnds(int place) {
        if (state != State.AFTER_QUOTE && state != State.AFTER_BLANK) {
            endsAt(place);
        }
        state = State.START_OF_CELL;
    }

    private void beginsAt(int place) {
        if (cells > from.length && cells <= RecordCells.MAX_CELLS) {
            from = Arrays.copyOf(from, 2 * from.length);
            to = Arrays.copyOf(to, 2 * to.length);
        }
        if (cells <= from.length) {
            from[cells - 1] = place;
        }
    }

    private void endsAt(int place) {
        if (cells <= to.length) {
            to[cells - 1] = place;
        }
    }

    private static int until(char one, char other, char[] text, int from, int to) {
        int i = from;
        while (i < to && text[i] > '\r' && text[i] != one && text[i] != other) {
            i++;
        }
        return i;
    }

    /**
     * Texts of the cells of one record after the other. A cell equal to the one above it is the same text again: registers repeat themselves,
     * and the fewer texts are made the faster they are read.
     */
    static final class RecordCells {
        static final int MAX_LENGTH = 10_000;
        static final int MAX_CELLS = 16_384;
        private static final int WIDTH = 32;
        private static final int KEPT_OF_A_LONG_TEXT = 200;

        private final Dialect dialect;
        private @Nullable BitSet kept;
        private String[] previous = CellText.empty(WIDTH);
        private String[] cells = previous;
        private int count;
        private @Nullable Flaw flaw;

        RecordCells(Dialect dialect) {
            this.dialect = dialect;
        }

        void keepOnly(BitSet places) {
            kept = places;
        }

        /** Takes the cells of a record that was followed to its end; answers false where nothing but white space is in them. */
        boolean take(RecordScan scan, StrictText.Window window) {
            int stored = Math.min(scan.cells(), MAX_CELLS);
            begin(stored);
            boolean blank = true;
            for (int place = 0; place < stored; place++) {
                int from = scan.from(place);
                int to = scan.to(place);
                blank = blank && window.isBlank(from, to);
                if (from < to && (kept == null || kept.get(place))) {
                    place(place, scan, window);
                }
            }
            count = stored;
            if (scan.cells() > MAX_CELLS) {
                fault(RejectReason.TROP_LONG, Flaw.WHOLE, "La ligne a plus de %d cellules.".formatted(MAX_CELLS));
            }
            return !blank || scan.cells() > MAX_CELLS;
        }

        /** The record of these cells; what is wrong with all of it is told first. */
        RawRow row(long line, int lines, RawRow.Extent extent, @Nullable Flaw worse) {
            return new RawRow(line, lines, cells, count, extent, worse == null ? flaw : worse);
        }

        private void begin(int stored) {
            previous = cells;
            if (stored > previous.length) {
                previous = CellText.widened(previous, Math.max(stored, 2 * previous.length));
            }
            cells = CellText.empty(previous.length);
            flaw = null;
        }

        private void place(int place, RecordScan scan, StrictText.Window window) {
            int from = scan.from(place);
            int to = scan.to(place);
            if (scan.otherwise.get(place)) {
                place(place, plain(window.text(from, to)));
            } else if (to - from <= MAX_LENGTH && window.reads(previous[place], from, to)) {
                cells[place] = previous[place];
            } else {
                place(place, window.text(from, to));
            }
        }

        private void place(int place, String text) {
            if (text.length() > MAX_LENGTH) {
                fault(
                        RejectReason.TROP_LONG,
                        place,
                        "Une cellule dépasse %d caractères ; un guillemet n'est peut-être pas fermé."
                                .formatted(MAX_LENGTH));
                cells[place] = withoutNul(text.substring(0, KEPT_OF_A_LONG_TEXT));
            } else if (text.indexOf('\0') >= 0) {
                fault(RejectReason.CARACTERE_NUL, place, "Une cellule contient le caractère NUL : retirez-le.");
                cells[place] = withoutNul(text);
            } else {
                cells[place] = text.strip();
            }
        }

        /** Of several, the first one is told. */
        private void fault(RejectReason reason, int place, String message) {
            if (flaw == null) {
                flaw = new Flaw(reason, place, message);
            }
        }

        /** The text that quotes stand around: a doubled quote is one, and so is what an escape stands before. */
        private String plain(String written) {
            char quote = dialect.quote();
            char escape = dialect.escapeOrQuote();
            StringBuilder plain = new StringBuilder(written.length());
            int i = 0;
            while (i < written.length()) {
                char c = written.charAt(i++);
                boolean marks = i < written.length() && (c == escape || c == quote);
                char next = marks ? written.charAt(i) : c;
                if (marks && (next == quote || next == escape)) {
                    i++;
                } else {
                    next = c;
                }
                plain.append(next);
            }
            return plain.toString();
        }

        private static String withoutNul(String text) {
            return text.replace('\0', '\u2400');
        }
    }
}
