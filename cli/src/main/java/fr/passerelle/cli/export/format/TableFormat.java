package fr.passerelle.cli.export.format;

import fr.passerelle.cli.dataset.Extract;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.Path;
import java.util.List;

/** How a table becomes files. */
interface TableFormat {

    /**
     * Writes it.
     *
     * @param force whether files that are there may be replaced
     * @return the files, the one with the rows first
     * @throws UnusableFile when one cannot be written, or the table does not go into this format
     */
    List<Path> write(Extract extract, Path file, boolean force);
}
