package fr.passerelle.console.operation;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.console.operation.FormArguments.OperationRefused;
import fr.passerelle.console.operation.Operation.Action;
import fr.passerelle.console.operation.Operation.Lane;
import fr.passerelle.console.operation.StartedOperation.OperationOutcome;
import fr.passerelle.console.operation.StartedOperation.ProgramOutput;
import fr.passerelle.published.audit.Audit;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts operations, one at a time in each lane, and remembers the last: what runs is found again after a page is left. A console that
 * ends does not end the program, but in a container, which it ends with; its output goes to a file, removed when either ends.
 */
@Component
public class OperationRunner {

    private static final String WAITS =
            "En attente : deux programmes sont déjà en cours ; celui-ci commence dès que l'un se termine…\n";
    private static final Logger LOG = LoggerFactory.getLogger(OperationRunner.class);

    private static final boolean IS_FIRST = ProcessHandle.current().pid() == 1;
    /** Less than the container's own ({@code stop_grace_period}). */
    private static final long GRACE_SECONDS = 20;

    private final OperatorProgram program;
    private final Audit audit;
    private final Clock clock = Clock.systemUTC();
    private final Map<Lane, StartedOperation> last = new EnumMap<>(Lane.class);

    /** Each done once the end of the last operation of a lane is written down, and its file gone. */
    private final Map<Lane, CompletableFuture<?>> ends = new EnumMap<>(Lane.class);

    OperationRunner(OperatorProgram program, Audit audit) {
        this.program = program;
        this.audit = audit;
    }

    /** The last operation of a lane since the console started. */
    public synchronized Optional<StartedOperation> last(Lane lane) {
        return Optional.ofNullable(last.get(lane));
    }

    /**
     * Starts an operation, and writes down who asked for it and why; refused when there is no program to start, or one runs already.
     *
     * @param motive checked; null where none was asked
     * @param answer where its answer goes; null where it has none of its own
     */
    public synchronized StartedOperation start(
            Operation operation, String accountId, @Nullable String motive, @Nullable Path answer) {
        requireFree(operation, accountId, motive);
        write(operation, accountId, OperationOutcome.STARTED, motive);
        StartedOperation started = launched(operation, accountId, motive, answer);
        last.put(operation.lane(), started);
        CompletableFuture<?> end = started.end()
                .thenRun(() -> ended(started, accountId, motive))
                .exceptionally(OperationRunner::lost)
                .thenRun(started.output()::end)
                .exceptionally(OperationRunner::left);
        ends.put(operation.lane(), end);
        return started;
    }

    /** Asks what runs in a lane to stop in good order; refused where nothing runs. */
    public synchronized void stop(Lane lane, String accountId, @Nullable String motive) {
        StartedOperation running = last(lane)
                .filter(StartedOperation::runs)
                .orElseThrow(() -> new OperationRefused("operation.refus.rien"));
        running.stop();
        audit.record(
                accountId, Action.STOP.name(), running.operation().subject(), OperationOutcome.DONE.name(), motive);
    }

    private void requireFree(Operation operation, String accountId, @Nullable String motive) {
        if (!program.isThere()) {
            throw new OperationRefused("operation.refus.absent");
        }
        if (last(operation.lane()).filter(StartedOperation::runs).isPresent()) {
            write(operation, accountId, OperationOutcome.REFUSED, motive);
            throw new OperationRefused("operation.refus.occupe");
        }
    }

    private StartedOperation launched(
            Operation operation, String accountId, @Nullable String motive, @Nullable Path answer) {
        try {
            Path output = Files.createTempFile("passerelle-operation-", ".log");
            Files.writeString(output, program.isFull() ? WAITS : "");
            return new StartedOperation(
                    operation,
                    clock.instant(),
                    program.start(operation.words(), output, answer),
                    new ProgramOutput(output),
                    new AtomicReference<>());
        } catch (IOException e) {
            write(operation, accountId, OperationOutcome.FAILED, motive);
            throw new OperationRefused("operation.refus.programme");
        }
    }

    private void ended(StartedOperation over, String accountId, @Nullable String motive) {
        over.ended().set(clock.instant());
        write(over.operation(), accountId, over.outcome(), motive);
    }

    private void write(Operation operation, String accountId, OperationOutcome outcome, @Nullable String motive) {
        audit.record(accountId, operation.action().name(), operation.subject(), outcome.audited(), motive);
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

    /** In a container nobody outlives the first process: a program is asked to stop, so that what it did so far can be taken up. */
    @EventListener(ContextClosedEvent.class)
    synchronized void stopWhatWouldBeKilled() {
        if (IS_FIRST) {
            last.values().forEach(StartedOperation::stop);
        }
    }

    /** The console ends: a program that still runs writes on, and nobody will read it. */
    @PreDestroy
    synchronized void close() {
        if (IS_FIRST) {
            awaitEnd(CompletableFuture.allOf(ends.values().toArray(CompletableFuture<?>[]::new)));
        }
        last.values().forEach(ongoing -> ongoing.output().end());
    }

    private static void awaitEnd(CompletableFuture<?> end) {
        try {
            end.get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            LOG.warn("Une opération lancée d'une page ne s'est pas arrêtée à temps : elle finit avec le conteneur");
        }
    }

    /**
     * The operators' program: a list of words before the arguments, handed to the system as they are. Two run at a time, for each takes a
     * gigabyte beside the console: who finds no place waits for his turn.
     */
    @Component
    public static class OperatorProgram {

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
        CompletableFuture<Process> start(List<String> arguments, Path output, @Nullable Path answer)
                throws IOException {
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
}
