package fr.passerelle.console.operation;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a program printed: in a file while it runs, whose end is read again each time that somebody looks; then that end alone, and no file. */
final class ProgramOutput {

    private static final int BYTES = 64 * 1024;
    private static final int LINES = 400;
    private static final Pattern TRACE = Pattern.compile(
            "\\s+at [\\w.$/@<>-]+\\(.*\\).*|\\s*(Caused by|Suppressed): .*|\\s*\\.\\.\\. \\d+ (more|common frames"
                    + " omitted)|([a-z_][\\w]*\\.)+[A-Z]\\w*(Exception|Error)\\b.*");
    private static final Pattern CONTROL = Pattern.compile("\\e\\[[0-9;]*[A-Za-z]|[\\p{Cntrl}&&[^\\t]]");

    private final Path file;

    private @Nullable List<String> end;

    ProgramOutput(Path file) {
        this.file = file;
    }

    /** Its last lines, without stack traces nor what a terminal would obey. */
    synchronized List<String> lines() {
        return end == null ? read() : end;
    }

    /** Keeps the last lines and removes the file: nothing that matters is written to it from now on. */
    synchronized void end() {
        end = lines();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> read() {
        return Stream.of(tail().split("\\R"))
                .filter(line -> !TRACE.matcher(line).matches())
                .map(line -> CONTROL.matcher(line).replaceAll(""))
                .toList()
                .reversed()
                .stream()
                .limit(LINES)
                .toList()
                .reversed();
    }

    private String tail() {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, in.length() - BYTES);
            byte[] bytes = new byte[(int) (in.length() - from)];
            in.seek(from);
            in.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
