package fr.passerelle.sources.table;

import java.util.BitSet;

/**
 * What the rows of a table are like, once its header is known.
 *
 * @param width how many cells a row has
 * @param kept places of the cells that become text; the others read as empty, and still count
 * @param multiline places of the cells that may hold several lines
 */
public record RowLayout(int width, BitSet kept, BitSet multiline) {

    /** Rows of which every cell is read, and none holds several lines. */
    public static RowLayout singleLines(int width) {
        return new RowLayout(width, all(width), new BitSet());
    }

    /** Rows of which every cell is read, and any may hold several lines. */
    public static RowLayout anyLines(int width) {
        return new RowLayout(width, all(width), all(width));
    }

    /** The places of all cells. */
    public static BitSet all(int width) {
        BitSet all = new BitSet(width);
        all.set(0, width);
        return all;
    }
}
