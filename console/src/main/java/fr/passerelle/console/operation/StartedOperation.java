package fr.passerelle.console.operation;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An operation that was started: it may run or be over. */
public final class StartedOperation {

    private final Operation operation;
    private final Instant startedAt;
    private final Process process;
    private final ProgramOutput output;
    private final AtomicReference<@Nullable Instant> endedAt = new AtomicReference<>();

    StartedOperation(Operation operation, Instant startedAt, Process process, ProgramOutput output) {
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
        return process.isAlive() ? OperationOutcome.STARTED : OperationOutcome.of(process.exitValue());
    }

    /** What it said so far: its last lines. */
    public List<String> lines() {
        return output.lines();
    }

    boolean runs() {
        return process.isAlive();
    }

    ProgramOutput output() {
        return output;
    }

    /** Asks it to stop at the end of a chunk (signal 15); a run then waits to be restarted. */
    void stop() {
        process.destroy();
    }

    void ended(Instant when) {
        endedAt.set(when);
    }

    Process process() {
        return process;
    }
}
