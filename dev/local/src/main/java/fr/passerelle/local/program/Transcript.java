package fr.passerelle.local.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a program prints, in two files: {@code <log>.out} for its standard output, {@code <log>.err} for its error stream.
 *
 * @param log the files without their endings
 */
record Transcript(Path log) {

    /** Makes the two files, empty, and their folder. */
    static Transcript at(Path log) {
        var transcript = new Transcript(log);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.write(transcript.outputFile(), new byte[0]);
            Files.write(transcript.errorsFile(), new byte[0]);
            return transcript;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path outputFile() {
        return log.resolveSibling(log.getFileName() + ".out");
    }

    Path errorsFile() {
        return log.resolveSibling(log.getFileName() + ".err");
    }

    String output() {
        return read(outputFile());
    }

    String errors() {
        return read(errorsFile());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
