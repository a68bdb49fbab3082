package fr.passerelle.console.programme;

import fr.passerelle.console.operation.Operation;
import fr.passerelle.console.operation.Operation.Action;
import fr.passerelle.console.operation.Operation.Lane;
import fr.passerelle.console.operation.OperationRefused;
import fr.passerelle.console.operation.OperationRunner;
import fr.passerelle.console.operation.OperatorProgram;
import fr.passerelle.console.operation.StartedOperation;
import fr.passerelle.console.operation.StartedOperation.OperationOutcome;
import fr.passerelle.schemas.contract.RecordParser;
import fr.passerelle.schemas.contract.UndecodableRecord;
import fr.passerelle.schemas.event.Enveloppe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Trials of other credits: the operators' program beside the console, one at a time, in a folder that only who runs the console may read. The
 * folder goes with the end; the answer is kept until the next trial.
 */
@Component
class LeverTrial {

    /** One that nobody looks at any more ends, too. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** How a line ends that says how far the program is. */
    private static final String ON_THE_WAY = "…";

    private static final String CREDITS = "credits.csv";
    private static final String ANSWER = "reponse.json";

    private final OperatorProgram program;
    private final OperationRunner runner;

    @Nullable
    private Started last;

    LeverTrial(OperatorProgram program, OperationRunner runner) {
        this.program = program;
        this.runner = runner;
    }

    /**
     * One that was started.
     *
     * @param before run that the trial before it started from; null for the first
     * @param answer fails with {@link OperationRefused} where there is none
     */
    record Started(
            int no,
            String run,
            @Nullable String before,
            Map<String, String> typed,
            StartedOperation operation,
            CompletableFuture<Enveloppe> answer) {

        /** How far it is, in the program's own words; empty before it says. */
        public String stage() {
            return operation.lines().stream()
                    .filter(line -> line.endsWith(ON_THE_WAY))
                    .reduce("", (before, line) -> line);
        }
    }

    /** Whether the console may start one. */
    boolean isPossible() {
        return program.isThere();
    }

    /** The last one since the console started; null where there was none. */
    synchronized @Nullable Started last() {
        return last;
    }

    /** The last one, if it has this number. */
    Optional<Started> find(String no) {
        return Optional.ofNullable(last())
                .filter(one -> String.valueOf(one.no()).equals(no));
    }

    /**
     * Asks what these credits would fund.
     *
     * @throws OperationRefused where a field is wrong, another trial runs, or the program does not start
     */
    synchronized Started start(LeverForm levers, String scenario, String run, String accountId) {
        String credits = levers.credits().text();
        if (last != null && last.operation().runs()) {
            throw new OperationRefused("programmation.refus.occupe");
        }
        try {
            Path folder = Files.createTempDirectory("passerelle-essai-");
            Files.writeString(folder.resolve(CREDITS), credits);
            last = started(levers, run, operation(folder, levers, scenario, run), accountId, folder);
            return last;
        } catch (IOException e) {
            throw new OperationRefused("operation.refus.programme");
        }
    }

    private static Operation operation(Path folder, LeverForm levers, String scenario, String run) {
        return new Operation(
                Action.TRIAL,
                scenario,
                List.of(
                        "enveloppe",
                        "essai",
                        "--credits=" + folder.resolve(CREDITS),
                        "--valeur=" + levers.valeur(),
                        "--as-of=" + run,
                        "--json"));
    }

    private Started started(LeverForm levers, String run, Operation operation, String accountId, Path folder) {
        StartedOperation started;
        try {
            started = runner.start(operation, accountId, null, folder.resolve(ANSWER));
        } catch (OperationRefused refused) {
            remove(folder);
            throw refused;
        }
        CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .execute(started::stop);
        return new Started(
                last == null ? 1 : last.no() + 1,
                run,
                last == null ? null : last.run(),
                levers.typed(),
                started,
                started.end().thenApply(over -> read(over, folder)).whenComplete((read, none) -> remove(folder)));
    }

    /** Asks one that runs to stop. */
    void stop(String no, String accountId) {
        find(no).filter(one -> one.operation().runs()).ifPresent(one -> runner.stop(Lane.TRIALS, accountId, null));
    }

    private static Enveloppe read(StartedOperation over, Path folder) {
        OperationOutcome outcome = over.outcome();
        if (outcome == OperationOutcome.INTERRUPTED) {
            throw new OperationRefused("programmation.essai.arrete");
        }
        if (outcome != OperationOutcome.DONE) {
            throw refused(over);
        }
        try {
            return RecordParser.parse(Files.readString(folder.resolve(ANSWER)), Enveloppe.class);
        } catch (IOException | UndecodableRecord e) {
            throw new OperationRefused("operation.refus.programme");
        }
    }

    /** In its own words; a full disk takes them away, too. */
    private static OperationRefused refused(StartedOperation over) {
        String why = over.lines().stream()
                .filter(line -> !line.endsWith(ON_THE_WAY))
                .collect(Collectors.joining("\n"))
                .strip();
        return why.isEmpty()
                ? new OperationRefused("operation.refus.muet", over.exitCode())
                : new OperationRefused("operation.refus.dit", why);
    }

    private static void remove(Path folder) {
        try {
            for (Path each : List.of(folder.resolve(CREDITS), folder.resolve(ANSWER), folder)) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
