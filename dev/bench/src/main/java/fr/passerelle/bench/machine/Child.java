package fr.passerelle.bench.machine;

import fr.passerelle.bench.measure.Watched;
import fr.passerelle.local.process.Poll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that we started; what it says is kept in two files. */
public final class Child implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(40);
    private static final Duration END = Duration.ofSeconds(20);

    private final Process process;
    private final Path output;
    private final Path errors;

    private Child(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** Starts a command; its output goes to {@code <log>.out} and {@code <log>.err}. */
    public static Child start(List<String> command, Path log) {
        Path output = log.resolveSibling(log.getFileName() + ".out");
        Path errors = log.resolveSibling(log.getFileName() + ".err");
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            return new Child(process, output, errors);
        } catch (IOException e) {
            throw new BenchFault("Impossible de lancer " + command.getFirst() + " : " + e.getMessage() + ".", e);
        }
    }

    /** As a meter looks at it. */
    public Watched watched(String name) {
        return Watched.child(name, process);
    }

    long pid() {
        return process.pid();
    }

    /** Waits for its end; answers its exit code. */
    public int end() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new BenchFault("Un programme ne se termine pas en " + PATIENCE.toMinutes() + " min : " + errors);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new BenchFault("Interrompu.", e);
        }
    }

    /**
     * Waits for its end, and answers what it printed.
     *
     * @throws BenchFault when its exit code is another than 0
     */
    public String answer() {
        int code = end();
        if (code != 0) {
            throw new BenchFault("Un programme a échoué (code " + code + ") : " + errors + " — " + lastLine());
        }
        return output();
    }

    /** What it printed so far. */
    public String output() {
        return read(output);
    }

    /** Waits until it has printed a text; answers false when it ended without, or after so long. */
    public boolean awaitSaying(String text, Duration cap) {
        return Poll.until(cap, () -> said().contains(text) || !process.isAlive()) && said().contains(text);
    }

    private String said() {
        return output() + read(errors);
    }

    private String lastLine() {
        return said().strip().replaceFirst("(?s).*\\n", "").strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it, in good order if it does so soon enough. */
    @Override
    public void close() {
        process.destroy();
        if (!Poll.until(END, () -> !process.isAlive())) {
            process.destroyForcibly();
        }
        end();
    }
}
