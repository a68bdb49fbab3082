package fr.passerelle.batch.source.table;

import fr.passerelle.batch.source.reject.UnusableFile;
import java.nio.file.Path;

/** Opens files of every kind. */
public final class RawTables {

    private RawTables() {}

    /**
     * Opens a file.
     *
     * @param name what the file is called in messages
     * @throws UnusableFile when it cannot be opened, or is of no kind that is read here
     */
    public static RawTable open(Path path, String name, Reading reading) {
        return CsvTable.open(Bytes.of(path), name);
    }
}
