package fr.passerelle.faults.machine;

import fr.passerelle.local.process.Commands;
import fr.passerelle.local.process.Poll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One of Passerelle's programs, running as a process of its own; what it says is kept in two files. */
public final class Program implements AutoCloseable {

    /** What a process that died of signal 9 answers. */
    public static final int KILLED = 128 + 9;

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration END = Duration.ofSeconds(20);

    private final Process process;
    private final Path output;
    private final Path errors;

    private Program(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** Starts a command; its output goes to {@code <log>.out} and {@code <log>.err}. */
    static Program start(List<String> command, Path log) {
        var output = log.resolveSibling(log.getFileName() + ".out");
        var errors = log.resolveSibling(log.getFileName() + ".err");
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            return new Program(process, output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs, stopped or not. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it said on its standard output. */
    public String output() {
        return read(output);
    }

    /** What it said on its error stream. */
    public String errors() {
        return read(errors);
    }

    /** What it said, on both streams. */
    public String said() {
        return output() + errors();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has said something, on either stream; answers false when it ended without. */
    public boolean awaitSaying(String regex) {
        var pattern = Pattern.compile(regex);
        Poll.until(PATIENCE, () -> pattern.matcher(said()).find() || !process.isAlive());
        return pattern.matcher(said()).find();
    }

    /** Sends a signal by its name without SIG. */
    public void signal(String name) {
        Commands.run(List.of("kill", "-" + name, Long.toString(pid())));
    }

    /** Waits until it is stopped, neither running nor ended; answers whether it is. */
    public boolean awaitStopped() {
        return Poll.until(END, () -> state().equals("T"));
    }

    private String state() {
        try {
            return Files.readString(Path.of("/proc/" + pid() + "/stat")).replaceFirst("(?s).*\\) (.).*", "$1");
        } catch (IOException gone) {
            return "";
        }
    }

    /** Signal 9; answers its exit code, {@link #KILLED} unless it had ended by itself. */
    public int killNine() {
        process.destroyForcibly();
        return end();
    }

    /**
     * Waits for its end; answers its exit code.
     *
     * @throws NotHealed when it does not end
     */
    public int end() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new NotHealed(
                        "Un programme ne se termine pas en " + PATIENCE.toMinutes() + " min : " + Lines.last(said()));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotHealed("Interrompu.");
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
