package fr.passerelle.sources.workbook;

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

    /**
     * @param file what the workbook is called in messages
     * @param xml before the rows
     */
    Sheet(int number, String file, Xml xml, Elements elements) {
        this.number = number;
        this.file = file;
        this.xml = xml;
        this.elements = elements;
    }

    /**
     * The next row that is not blank, or null after the last one.
     *
     * @throws UnusableFile when the rest of the workbook cannot be read
     */
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

    /**
     * Reads the cell that starts here.
     *
     * @param place of a cell that stands where the one before ends
     * @return the place where it ends
     */
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

    /**
     * What a kind of workbook calls its elements.
     *
     * @param sheet ends after the last row
     * @param around those in which rows stand
     */
    record Elements(String sheet, Set<String> around, String row, Set<String> cells) {}
}
