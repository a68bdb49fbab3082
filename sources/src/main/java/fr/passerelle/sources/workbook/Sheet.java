package fr.passerelle.sources.workbook;

import fr.passerelle.sources.cell.CellText;
import fr.passerelle.sources.reject.Flaw;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.Closeable;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, one after the other. Memory does not grow with them. */
public abstract class Sheet implements Closeable {
    final String file;
    final Xml xml;
    final RowCells cells = new RowCells();
    private final int number;
    private final Elements elements;
    private boolean ended;

    /** @param xml before the rows */
    Sheet(int number, String file, Xml xml, Elements elements) {
        this.number = number;
        this.file = file;
        this.xml = xml;
        this.elements = elements;
    }

    /** The next row that is not blank, or null after the last one; {@link UnusableFile} when the rest cannot be read. */
    public @Nullable SheetRow next() {
        SheetRow row = null;
        while (!ended && row == null) {
            row = advance();
        }
        return row;
    }

    /** From now on the other cells never become text: they are empty, and still count. */
    public void keepOnly(BitSet places) {
        cells.keepOnly(places);
    }

    /** Its place among the sheets of the workbook, from 1. Its name is not told: it may name a person. */
    public int number() {
        return number;
    }

    @Override
    public void close() {
        xml.close();
    }

    /** The number of the row that starts here. */
    abstract long line();

    /** Reads the cell that starts here, at {@code place} unless it says another; answers the place where it ends. */
    abstract int read(int place);

    private @Nullable SheetRow advance() {
        if (!xml.next() || xml.ends(elements.sheet())) {
            ended = true;
            xml.drain();
        } else if (xml.starts(elements.row())) {
            return row(line());
        } else if (xml.starts() && !elements.around().contains(xml.name())) {
            xml.skip();
        }
        return null;
    }

    private @Nullable SheetRow row(long line) {
        cells.begin();
        int place = 0;
        while (xml.next() && !xml.ends(elements.row())) {
            if (xml.starts() && elements.cells().contains(xml.name())) {
                place = read(place);
            } else if (xml.starts()) {
                xml.skip();
            }
        }
        return cells.row(line);
    }

    /** What a kind of workbook calls its elements; that of the sheet ends after the last row, rows stand in those around. */
    record Elements(String sheet, Set<String> around, String row, Set<String> cells) {}

    /** Gathers the cells of one row after the other. A text equal to the one above it is the same text again: registers repeat themselves. */
    static final class RowCells {
        static final int MAX_LENGTH = 10_000;

        /** Most cells of a row, in either kind of workbook. */
        static final int MAX_CELLS = 16_384;

        /** Most rows of a sheet, in either kind of workbook. */
        static final long MAX_ROWS = 1_048_576;

        private static final int WIDTH = 32;
        private static final int KEPT_OF_A_LONG_TEXT = 200;

        private @Nullable BitSet kept;
        private String[] previous = CellText.empty(WIDTH);
        private String[] cells = previous;
        private int count;
        private long length;
        private @Nullable Flaw fault;

        void keepOnly(BitSet places) {
            kept = places;
        }

        void begin() {
            previous = cells;
            cells = CellText.empty(previous.length);
            count = 0;
            length = 0;
            fault = null;
        }

        /** Whether the cell at this place is to become text. */
        boolean wanted(int place) {
            return kept == null || kept.get(place);
        }

        void present(int place) {
            count = Math.max(count, place + 1);
        }

        /** A wanted cell holds a text, null where it cannot be read; a blank one is as good as none. */
        void text(int place, @Nullable String text) {
            if (text == null) {
                fault(
                        place,
                        RejectReason.CELLULE,
                        "Une cellule contient une valeur qui n'est pas lisible : saisissez-la de nouveau.");
                return;
            }
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

        private void fault(int place, RejectReason reason, String message) {
            present(place);
            if (fault == null) {
                fault = new Flaw(reason, place, message);
            }
        }

        void uncomputed(int place) {
            fault(
                    place,
                    RejectReason.FORMULE,
                    "Une formule n'a pas de valeur : ouvrez le fichier dans un tableur et enregistrez-le, ou mettez la"
                            + " valeur à sa place.");
        }

        void failed(int place) {
            fault(place, RejectReason.FORMULE, "Une cellule contient une erreur de calcul : corrigez-la ou videz-la.");
        }

        @Nullable
        SheetRow row(long line) {
            return count == 0 ? null : new SheetRow(line, cells, count, length, fault);
        }

        private void put(int place, String text) {
            if (place >= cells.length) {
                int wider = Math.max(place + 1, cells.length * 2);
                cells = CellText.widened(cells, wider);
                previous = CellText.widened(previous, wider);
            }
            cells[place] = text.equals(previous[place]) ? previous[place] : text;
            length += text.length();
        }
    }

    /**
     * A row of a sheet.
     *
     * @param line its number as people see it, from 1
     * @param cells texts, stripped, at least {@code count} of them; empty for none
     * @param count number of the last cell that holds something, from 1
     * @param length characters of its texts
     * @param flaw the first thing that is wrong with it, null when nothing is
     */
    @SuppressWarnings("ArrayRecordComponent") // one row among millions: no copy
    public record SheetRow(
            long line,
            String[] cells,
            int count,
            long length,
            @Nullable Flaw flaw) {
        SheetRow at(long other) {
            return new SheetRow(other, cells.clone(), count, length, flaw);
        }
    }
}
