package fr.passerelle.console.operation;

import fr.passerelle.published.audit.Audit;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Starts operations, one at a time in each lane, and remembers the last: what runs is found again after a page is left. A console that
 * ends does not end the program, whose output goes to a file, removed when either ends.
 */
@Component
public class OperationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(OperationRunner.class);

    private final OperatorProgram program;
    private final Audit audit;
    private final Clock clock = Clock.systemUTC();
    private final Map<Lane, StartedOperation> last = new EnumMap<>(Lane.class);

    OperationRunner(OperatorProgram program, Audit audit) {
        this.program = program;
        this.audit = audit;
    }

    /** The last operation of a lane since the console started. */
    public synchronized Optional<StartedOperation> last(Lane lane) {
        return Optional.ofNullable(last.get(lane));
    }

    /**
     * Starts an operation, and writes down who asked for it and why.
     *
     * @param accountId opaque
     * @param motive checked
     * @throws OperationRefused when there is no program to start, or one runs already
     */
    public synchronized StartedOperation start(Operation operation, String accountId, String motive) {
        requireFree(operation, accountId, motive);
        audit.record(
                accountId, operation.action().name(), operation.subject(), OperationOutcome.STARTED.name(), motive);
        StartedOperation started = launched(operation, accountId, motive);
        last.put(operation.lane(), started);
        started.process()
                .onExit()
                .thenRun(() -> ended(started, accountId, motive))
                .exceptionally(OperationRunner::lost)
                .thenRun(started.output()::end)
                .exceptionally(OperationRunner::left);
        return started;
    }

    /**
     * Asks what runs in a lane to stop in good order.
     *
     * @throws OperationRefused when nothing runs
     */
    synchronized void stop(Lane lane, String accountId, String motive) {
        StartedOperation running = last(lane)
                .filter(StartedOperation::runs)
                .orElseThrow(() -> new OperationRefused("operation.refus.rien"));
        running.stop();
        audit.record(
                accountId, Action.STOP.name(), running.operation().subject(), OperationOutcome.DONE.name(), motive);
    }

    private void requireFree(Operation operation, String accountId, String motive) {
        if (!program.isThere()) {
            throw new OperationRefused("operation.refus.absent");
        }
        if (last(operation.lane()).filter(StartedOperation::runs).isPresent()) {
            audit.record(
                    accountId, operation.action().name(), operation.subject(), OperationOutcome.REFUSED.name(), motive);
            throw new OperationRefused("operation.refus.occupe");
        }
    }

    private StartedOperation launched(Operation operation, String accountId, String motive) {
        try {
            Path output = Files.createTempFile("passerelle-operation-", ".log");
            return new StartedOperation(
                    operation, clock.instant(), program.start(operation.words(), output), new ProgramOutput(output));
        } catch (IOException e) {
            audit.record(
                    accountId, operation.action().name(), operation.subject(), OperationOutcome.FAILED.name(), motive);
            throw new OperationRefused("operation.refus.programme");
        }
    }

    private void ended(StartedOperation over, String accountId, String motive) {
        over.ended(clock.instant());
        Operation operation = over.operation();
        audit.record(
                accountId,
                operation.action().name(),
                operation.subject(),
                over.outcome().audited(),
                motive);
    }

    /** The program ended and nothing could write it down: only the log can tell. */
    private static @Nullable Void lost(Throwable fault) {
        LOG.error("L'issue d'une opération n'a pas pu être inscrite au registre des gestes", fault);
        return null;
    }

    private static @Nullable Void left(Throwable fault) {
        LOG.warn("La sortie d'une opération reste dans le dossier temporaire", fault);
        return null;
    }

    /** The console ends: a program that still runs writes on, and nobody will read it. */
    @PreDestroy
    synchronized void close() {
        last.values().forEach(ongoing -> ongoing.output().end());
    }
}
