package fr.passerelle.console.operation;

import fr.passerelle.console.ConsoleSettings;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The operators' program: a list of words before the arguments, handed to the system as they are. Two run at a time, for each takes a
 * gigabyte beside the console: who finds no place waits for his turn.
 */
@Component
public class OperatorProgram {

    /** What the memory of the console's unit and container is made for. */
    static final int AT_ONCE = 2;

    private final List<String> command;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    public OperatorProgram(ConsoleSettings settings) {
        this.command = List.copyOf(settings.console().operator());
    }

    /** Whether the console may start it; else it shows which command to type. */
    public boolean isThere() {
        return !command.isEmpty();
    }

    /** Whether who asks now waits for his turn. */
    boolean isFull() {
        return places.availablePermits() == 0;
    }

    /**
     * Starts it, both its outputs into a file, nothing on its input; where all places are taken, as soon as one is free. Who no longer
     * wants it cancels the answer.
     */
    CompletableFuture<Process> start(List<String> arguments, Path output) throws IOException {
        ProcessBuilder program = new ProcessBuilder(words(arguments))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output.toFile()));
        CompletableFuture<Process> started = new CompletableFuture<>();
        if (places.tryAcquire()) {
            started.complete(placed(program));
        } else {
            Thread.ofVirtual().start(() -> startInTurn(program, started));
        }
        return started;
    }

    private void startInTurn(ProcessBuilder program, CompletableFuture<Process> started) {
        places.acquireUninterruptibly();
        if (started.isDone()) {
            places.release();
            return;
        }
        try {
            Process process = placed(program);
            if (!started.complete(process)) {
                process.destroy();
            }
        } catch (IOException e) {
            started.completeExceptionally(e);
        }
    }

    /** Its place is taken, and free again when it ends. */
    private Process placed(ProcessBuilder program) throws IOException {
        Process process;
        try {
            process = program.start();
        } catch (IOException e) {
            places.release();
            throw e;
        }
        process.onExit().thenRun(places::release);
        process.getOutputStream().close();
        return process;
    }

    private List<String> words(List<String> arguments) {
        return Stream.concat(command.stream(), arguments.stream()).toList();
    }

    /**
     * Runs it to its end for its answer, in its turn.
     *
     * @param answer where its output goes
     * @param said where it says why it refuses
     * @param patience how long it may wait for its turn, then how long it may take
     * @throws OperationRefused where it refuses, in its own words, has no turn in time, or takes longer
     */
    public void answer(List<String> arguments, Path answer, Path said, Duration patience) throws IOException {
        awaitPlace(patience);
        Process process = placed(new ProcessBuilder(words(arguments))
                .redirectOutput(answer.toFile())
                .redirectError(said.toFile()));
        if (!ends(process, patience)) {
            throw new OperationRefused("operation.refus.trop-long", patience.toSeconds());
        }
        if (process.exitValue() != 0) {
            throw refused(String.join("\n", new ProgramOutput(said).lines()).strip(), process.exitValue());
        }
    }

    private void awaitPlace(Duration patience) {
        try {
            if (places.tryAcquire(patience.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new OperationRefused("operation.refus.occupe");
    }

    /** A full disk takes its words away, too. */
    private static OperationRefused refused(String why, int exit) {
        return why.isEmpty()
                ? new OperationRefused("operation.refus.muet", exit)
                : new OperationRefused("operation.refus.dit", why);
    }

    private static boolean ends(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}
