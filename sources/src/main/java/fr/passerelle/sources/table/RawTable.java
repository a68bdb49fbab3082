package fr.passerelle.sources.table;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** The records of a file, one after the other, whatever kind of file it is. Memory does not grow with the file. */
public interface RawTable extends Closeable {

    /**
     * The next record, or null after the last one; blank ones are passed over.
     *
     * @throws UnusableFile when the rest of the file cannot be read
     */
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
    default String part() {
        return "";
    }

    @Override
    void close();
}
