package fr.passerelle.demo.reconstruction;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A canonical CSV file being written: UTF-8, semicolons, a header, lines ended by LF. It knows the line it is at. */
final class CanonicalCsv implements Closeable {

    private final Writer writer;
    private long line;

    CanonicalCsv(Path file, List<String> header) throws IOException {
        writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        row(header.toArray(String[]::new));
    }

    /** Writes a row and returns its line, from 1 for the header; no cell may hold a separator, a quote or a line end. */
    long row(String... cells) {
        if (Arrays.stream(cells).anyMatch(cell -> cell.contains(";") || cell.contains("\"") || cell.contains("\n"))) {
            throw new IllegalArgumentException("A cell would need quotes: " + String.join(" | ", cells));
        }
        try {
            writer.write(String.join(";", cells));
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ++line;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
