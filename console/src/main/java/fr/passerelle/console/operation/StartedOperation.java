package fr.passerelle.console.operation;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An operation that was started: it may wait for its turn, run or be over. */
public final class StartedOperation {

    private static final int NOT_FOUND = 127;

    private final Operation operation;
    private final Instant startedAt;
    private final CompletableFuture<Process> process;
    private final ProgramOutput output;
    private final AtomicReference<@Nullable Instant> endedAt = new AtomicReference<>();

    StartedOperation(Operation operation, Instant startedAt, CompletableFuture<Process> process, ProgramOutput output) {
        this.operation = operation;
        this.startedAt = startedAt;
        this.process = process;
        this.output = output;
    }

    /** What was asked. */
    public Operation operation() {
        return operation;
    }

    /** When it was started. */
    public Instant startedAt() {
        return startedAt;
    }

    /** When it ended; null while it runs. */
    public @Nullable Instant endedAt() {
        return endedAt.get();
    }

    /** Where it stands. */
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

    /** Whether more is to come. */
    public boolean runs() {
        return outcome() == OperationOutcome.STARTED;
    }

    /** The same, once it is over, or never had its turn. */
    public CompletableFuture<StartedOperation> end() {
        return process.thenCompose(Process::onExit).handle((over, never) -> this);
    }

    ProgramOutput output() {
        return output;
    }

    /** Asks it to stop at the end of a chunk (signal 15); a run then waits to be restarted. One that waits for its turn never has it. */
    public void stop() {
        if (!process.cancel(false)) {
            process.thenAccept(Process::destroy);
        }
    }

    void ended(Instant when) {
        endedAt.set(when);
    }
}
