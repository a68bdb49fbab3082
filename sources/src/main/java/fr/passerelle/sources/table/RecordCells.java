package fr.passerelle.sources.table;

import fr.passerelle.sources.reject.Flaw;
import fr.passerelle.sources.reject.RejectReason;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Texts of the cells of one record after the other. A cell equal to the one above it is the same text again: registers repeat themselves,
 * and the fewer texts are made the faster they are read.
 */
final class RecordCells {
    /** Longest text of a cell, in characters. */
    static final int MAX_LENGTH = 10_000;

    /** Most cells of a record. */
    static final int MAX_CELLS = 16_384;

    private static final int WIDTH = 32;
    private static final int KEPT_OF_A_LONG_TEXT = 200;

    private final Dialect dialect;
    private @Nullable BitSet kept;
    private String[] previous = empty(WIDTH);
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

    /** The record, as the feed took it. */
    RawRow row(RecordFeed feed) {
        Flaw worse = feed.flaw();
        return new RawRow(feed.line(), feed.lines(), cells, count, feed.extent(), worse == null ? flaw : worse);
    }

    private void begin(int stored) {
        previous = cells;
        if (stored > previous.length) {
            previous = Arrays.copyOf(previous, Math.max(stored, 2 * previous.length));
            Arrays.fill(previous, cells.length, previous.length, "");
        }
        cells = empty(previous.length);
        flaw = null;
    }

    private void place(int place, RecordScan scan, StrictText.Window window) {
        int from = scan.from(place);
        int to = scan.to(place);
        if (scan.isWrittenOtherwise(place)) {
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

    private static String[] empty(int width) {
        String[] cells = new String[width];
        Arrays.fill(cells, "");
        return cells;
    }

    private static String withoutNul(String text) {
        return text.replace('\0', '\u2400');
    }
}
