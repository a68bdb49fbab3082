package fr.passerelle.sources.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that can be read from their start, more than once: a file, or a file inside an archive. */
@FunctionalInterface
interface ByteSource {

    /** Those of a file. */
    static ByteSource of(Path file) {
        return () -> Files.newInputStream(file);
    }

    /**
     * Opens them at their start; the caller closes.
     *
     * @throws IOException when they cannot be read
     */
    InputStream open() throws IOException;
}
