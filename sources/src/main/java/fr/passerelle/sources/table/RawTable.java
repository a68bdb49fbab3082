package fr.passerelle.sources.table;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.Closeable;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The records of a file, one after the other, whatever kind of file it is. Memory does not grow with the file. */
public interface RawTable extends Closeable {
    /** The next record, or null after the last one, blank ones passed over; {@link UnusableFile} when the rest cannot be read. */
    @Nullable
    RawRow next();

    /**
     * From now on the records are rows. Of a text, those whose quotes are in disorder are then refused without the rows behind them. A row
     * of a sheet has no number of cells of its own: one with fewer cells counts as a whole one.
     *
     * @throws UnusableFile when the record that was given last goes round rows
     */
    void settle(RowLayout rows);

    /**
     * How many cells its records have, as far as that can be told before they are read: of a text, the commonest number among the first
     * ones; of a sheet, that of its first row. 0 where it has none.
     */
    int width();

    /** The lines that it has, and those that no record stands for; to be asked after the last record. */
    PassedLines lines();

    /** SHA-256 of the file's bytes; to be asked after the last record. */
    String sha256();

    /**
     * SHA-256 of the text of the record that {@link #next()} gave last, in UTF-8, as the file has it, without its line end; of a sheet, of
     * its cells with a tab between them. Tells a record that cannot be split from another one without keeping it.
     */
    String recordSha256();

    /** What the file turned out to be. */
    Traits traits();

    /**
     * Which of the tables of its file it is: {@code #2} for the second sheet of a workbook of several, or the second file of an archive.
     * Empty where the file holds no other.
     */
    String part();

    @Override
    void close();

    /**
     * The lines of a file, and those that no record stands for.
     *
     * @param all counted by themselves, whatever stands on them; of a sheet, the number of its last row
     * @param blank lines of blank records
     * @param announcing lines that only say which sign separates the cells
     */
    record PassedLines(long all, long blank, long announcing) {}

    /**
     * What the rows of a table are like, once its header is known.
     *
     * @param width how many cells a row has
     * @param kept places of the cells that become text; the others read as empty, and still count
     * @param multiline places of the cells that may hold several lines
     */
    record RowLayout(int width, BitSet kept, BitSet multiline) {
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

    /**
     * The kind of a file and how it was read, for display; null where it means nothing for that kind of file.
     *
     * @param kind kind of file, in French
     * @param escape before a quote that belongs to the text; null when it is doubled
     * @param lineEnd LF, CRLF, CR or "mixte", of the records read so far
     * @param sheet which one of a workbook, as « n° 2 »: never its name
     */
    record Traits(
            String kind,
            @Nullable String charset,
            @Nullable Character separator,
            @Nullable Character quote,
            @Nullable Character escape,
            @Nullable String lineEnd,
            @Nullable String sheet) {}
}
