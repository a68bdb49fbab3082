package fr.passerelle.demo.reconstruction;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A CSV file with semicolons being written, which knows the line it is at; a canonical one is UTF-8, with a header, its lines ended by LF. */
final class CanonicalCsv implements Closeable {

    private final Writer writer;
    private final String lineEnd;
    private long line;

    CanonicalCsv(Path file, List<String> header) throws IOException {
        this(file, StandardCharsets.UTF_8, "\n");
        row(header.toArray(String[]::new));
    }

    CanonicalCsv(Path file, Charset charset, String lineEnd) throws IOException {
        this.writer = Files.newBufferedWriter(file, charset);
        this.lineEnd = lineEnd;
    }
    /** Writes a row and returns its line, from 1 for the first; no cell may hold a separator, a quote or a line end. */
    long row(String... cells) {
        if (Arrays.stream(cells).anyMatch(cell -> cell.contains(";") || cell.contains("\"") || cell.contains("\n"))) {
            throw new IllegalArgumentException("A cell would need quotes: " + String.join(" | ", cells));
        }
        try {
            writer.write(String.join(";", cells) + lineEnd);
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
