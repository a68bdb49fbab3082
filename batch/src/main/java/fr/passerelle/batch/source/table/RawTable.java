package fr.passerelle.batch.source.table;

import fr.passerelle.batch.source.reject.UnusableFile;
import java.io.Closeable;
import java.util.BitSet;
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

    /** From now on the other cells never become text: they read as empty, and still count. */
    void keepOnly(BitSet places);

    /**
     * From now on a record with fewer cells counts as one of so many, where the file does not hold the empty cells at the end of a record:
     * in a sheet a record has no number of cells of its own. Where it does hold them this changes nothing.
     */
    default void padTo(int cells) {}

    /** SHA-256 of the file's bytes; to be asked after the last record. */
    String sha256();

    /**
     * SHA-256 of the text of the record that {@link #next()} gave last, in UTF-8, as the file has it, without its line end; of a sheet, of
     * its cells with a tab between them. Tells a record that cannot be split from another one without keeping it.
     */
    String recordSha256();

    /** What the file turned out to be. */
    Traits traits();

    @Override
    void close();
}
