package fr.passerelle.console.operation;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An operation that was started: it may wait for its turn, run, or have ended at some moment. */
public record StartedOperation(
        Operation operation,
        Instant startedAt,
        CompletableFuture<Process> process,
        ProgramOutput output,
        AtomicReference<@Nullable Instant> ended) {

    private static final int NOT_FOUND = 127;

    /** When it ended; null while it runs. */
    public @Nullable Instant endedAt() {
        return ended.get();
    }

    public OperationOutcome outcome() {
        return switch (process.state()) {
            case RUNNING -> OperationOutcome.STARTED;
            case CANCELLED -> OperationOutcome.INTERRUPTED;
            case FAILED -> OperationOutcome.FAILED;
            case SUCCESS -> {
                Process program = process.resultNow();
                yield program.isAlive() ? OperationOutcome.STARTED : OperationOutcome.of(program.exitValue());
            }
        };
    }

    /** The code that it ended with; that of a shell for what it finds nowhere, where it never had its turn. */
    public int exitCode() {
        return process.state() == Future.State.SUCCESS ? process.resultNow().exitValue() : NOT_FOUND;
    }

    /** What it said so far: its last lines. */
    public List<String> lines() {
        return output.lines();
    }

    public boolean runs() {
        return outcome() == OperationOutcome.STARTED;
    }

    /** The same, once it is over, or never had its turn. */
    public CompletableFuture<StartedOperation> end() {
        return process.thenCompose(Process::onExit).handle((over, never) -> this);
    }

    /** Asks it to stop at the end of a chunk (signal 15); a run then waits to be restarted. One that waits for its turn never has it. */
    public void stop() {
        if (!process.cancel(false)) {
            process.thenAccept(Process::destroy);
        }
    }

    /** How an operation ended; its name is the code that the audit keeps. */
    public enum OperationOutcome {
        STARTED,
        DONE,
        /** Done, rows were rejected. */
        DONE_WITH_REJECTS,
        /** The program did not take what it was asked; nothing was done. */
        REFUSED,
        /** It stopped on the way, or said why it could not. */
        FAILED,
        /** A signal ended it. */
        INTERRUPTED;

        private static final int SIGNALS = 128;

        /** What an exit code of the operators' program says. */
        static OperationOutcome of(int exitCode) {
            return switch (exitCode) {
                case 0 -> DONE;
                case 2 -> REFUSED;
                case 3 -> DONE_WITH_REJECTS;
                default -> exitCode > SIGNALS ? INTERRUPTED : FAILED;
            };
        }

        /** One of the four words of the audit. */
        String audited() {
            return switch (this) {
                case STARTED, DONE, REFUSED, FAILED -> name();
                case DONE_WITH_REJECTS -> DONE.name();
                case INTERRUPTED -> FAILED.name();
            };
        }
    }

    /** What a program printed: in a file while it runs, whose end is read again each time that somebody looks; then that end alone, and no file. */
    static final class ProgramOutput {

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
            List<String> lines = Stream.of(tail().split("\\R"))
                    .filter(line -> !TRACE.matcher(line).matches())
                    .map(line -> CONTROL.matcher(line).replaceAll(""))
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
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
}
