package fr.passerelle.sources.workbook;

import fr.passerelle.sources.reject.RejectReason;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Gathers the cells of one row after the other. A text equal to the one above it is the same text again: registers repeat themselves. */
final class RowCells {

    /** Longest text of a cell, in characters. */
    static final int MAX_LENGTH = 10_000;

    /** Most cells of a row, in either kind of workbook. */
    static final int MAX_CELLS = 16_384;

    /** Most rows of a sheet, in either kind of workbook. */
    static final long MAX_ROWS = 1_048_576;

    private static final int WIDTH = 32;
    private static final int KEPT_OF_A_LONG_TEXT = 200;

    private @Nullable BitSet kept;
    private String[] previous = empty(WIDTH);
    private String[] cells = previous;
    private int count;
    private long length;
    private SheetRow.@Nullable Fault fault;

    void keepOnly(BitSet places) {
        kept = places;
    }

    void begin() {
        previous = cells;
        cells = empty(previous.length);
        count = 0;
        length = 0;
        fault = null;
    }

    /** Whether the cell at this place is to become text. */
    boolean wanted(int place) {
        return kept == null || kept.get(place);
    }

    /** There is something in a cell, whatever it is. */
    void present(int place) {
        count = Math.max(count, place + 1);
    }

    /** A wanted cell holds a text; a blank one is as good as none. */
    void text(int place, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return;
        }
        present(place);
        if (stripped.length() > MAX_LENGTH) {
            fault(place, RejectReason.TROP_LONG, "Une cellule dépasse %d caractères.".formatted(MAX_LENGTH));
            put(place, stripped.substring(0, KEPT_OF_A_LONG_TEXT).replace('\0', '\u2400'));
        } else if (stripped.indexOf('\0') >= 0) {
            fault(place, RejectReason.CARACTERE_NUL, "Une cellule contient le caractère NUL : retirez-le.");
            put(place, stripped.replace('\0', '\u2400'));
        } else {
            put(place, stripped);
        }
    }

    /** Of several, the first one is told. */
    private void fault(int place, RejectReason reason, String message) {
        present(place);
        if (fault == null) {
            fault = new SheetRow.Fault(reason, place, message);
        }
    }

    /** A wanted cell holds a formula that was never computed. */
    void uncomputed(int place) {
        fault(
                place,
                RejectReason.FORMULE,
                "Une formule n'a pas de valeur : ouvrez le fichier dans un tableur et enregistrez-le, ou mettez la"
                        + " valeur à sa place.");
    }

    /** A wanted cell holds a formula that cannot be computed. */
    void failed(int place) {
        fault(place, RejectReason.FORMULE, "Une cellule contient une erreur de calcul : corrigez-la ou videz-la.");
    }

    /** A wanted cell holds something else than its type says. */
    void unreadable(int place) {
        fault(
                place,
                RejectReason.CELLULE,
                "Une cellule contient une valeur qui n'est pas lisible : saisissez-la de nouveau.");
    }

    /** The row so far, or null when it is blank. */
    @Nullable
    SheetRow row(long line) {
        return count == 0 ? null : new SheetRow(line, cells, count, length, fault);
    }

    private void put(int place, String text) {
        if (place >= cells.length) {
            int wider = Math.max(place + 1, cells.length * 2);
            cells = widened(cells, wider);
            previous = widened(previous, wider);
        }
        cells[place] = text.equals(previous[place]) ? previous[place] : text;
        length += text.length();
    }

    private static String[] empty(int width) {
        String[] cells = new String[width];
        Arrays.fill(cells, "");
        return cells;
    }

    private static String[] widened(String[] cells, int width) {
        String[] wider = Arrays.copyOf(cells, width);
        Arrays.fill(wider, cells.length, width, "");
        return wider;
    }
}
