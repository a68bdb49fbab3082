package fr.passerelle.sources.workbook;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.Closeable;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, one after the other. Memory does not grow with them. */
public interface Sheet extends Closeable {

    /**
     * The next row that is not blank, or null after the last one.
     *
     * @throws UnusableFile when the rest of the workbook cannot be read
     */
    @Nullable
    SheetRow next();

    /** From now on the other cells never become text: they are empty, and still count. */
    void keepOnly(BitSet places);

    /** Its place among the sheets of the workbook, from 1. Its name is not told: it may name a person. */
    int number();

    @Override
    void close();
}
