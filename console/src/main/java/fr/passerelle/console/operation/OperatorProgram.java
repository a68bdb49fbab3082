package fr.passerelle.console.operation;

import fr.passerelle.console.ConsoleSettings;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        return places.availablePermits() == 0 || places.hasQueuedThreads();
    }

    /**
     * Starts it, nothing on its input; where all places are taken, as soon as one is free. Who no longer wants it cancels the answer.
     *
     * @param output what it says goes there, behind what is there already
     * @param answer where its own output goes; null where it goes beside what it says
     */
    CompletableFuture<Process> start(List<String> arguments, Path output, @Nullable Path answer) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                Stream.concat(command.stream(), arguments.stream()).toList());
        if (answer == null) {
            program.redirectErrorStream(true).redirectOutput(Redirect.appendTo(output.toFile()));
        } else {
            program.redirectError(Redirect.appendTo(output.toFile())).redirectOutput(answer.toFile());
        }
        CompletableFuture<Process> started = new CompletableFuture<>();
        if (!places.hasQueuedThreads() && places.tryAcquire()) {
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
}
