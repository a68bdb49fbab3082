package fr.passerelle.batch.nightly;

import fr.passerelle.batch.attendance.Resubmissions;
import fr.passerelle.batch.input.InputPaths;
import fr.passerelle.batch.input.Inputs;
import fr.passerelle.batch.input.Inputs.GivenFile;
import fr.passerelle.batch.input.Inputs.NightlyRequest;
import fr.passerelle.batch.job.RelayTasklet;
import fr.passerelle.batch.run.Attempts;
import fr.passerelle.batch.run.RunIdentity;
import fr.passerelle.batch.run.RunOutcome;
import fr.passerelle.batch.run.RunWriter;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.Input;
import fr.passerelle.published.run.Run.RunParameters;
import fr.passerelle.published.run.Run.Withdrawal;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.schemas.event.SourceRole;
import fr.passerelle.schemas.fault.RunRefused;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Live runs, as an operator asks for them: what one may not do is refused before it opens; what stopped or died is taken up, or given up. */
@Component
public record LiveRuns(
        RunTurn turn,
        Runs runs,
        RunIdentity identity,
        RunWriter writer,
        Attempts attempts,
        InputPaths places,
        Clock clock,
        BaremeInForce inForce,
        WithdrawalCheck withdrawals,
        Resubmissions resubmissions,
        Imports imports,
        RelayTasklet relay) {

    /** What a run that changes nothing but the barème has to give: for a month, YYYY-MM, results of this hash, or none are published. */
    public record BaremeChange(Bareme bareme, String asOf, String expectedHash) {}

    /** Runs a night, unless nothing changed since the last one; a RunRefused, and nothing written, where it may not start. */
    public RunOutcome night(NightlyRequest request) {
        return turn.next(() -> nightInTurn(request));
    }

    private RunOutcome nightInTurn(NightlyRequest request) {
        Bareme bareme = inForce.ofNight(request.bareme());
        List<GivenFile> given = Inputs.examine(request);
        List<Input> inputs = given.stream().map(GivenFile::input).toList();
        RunParameters asked = tonight(new RunParameters(inputs, request.asOf(), request.force(), replaced(request)));
        requireNoReplay(asked);
        return standing(asked, bareme).orElseGet(() -> {
            withdrawals.requireRemaining(asked.withdrawals());
            if (!asked.force()) {
                withdrawals.requireNeverWithdrawn(asked.of(SourceRole.ATTENDANCE));
            }
            given.forEach(imports::check);
            return on(given, asked, bareme);
        });
    }

    private List<Withdrawal> replaced(NightlyRequest request) {
        return request.replaces().stream()
                .map(hash -> withdrawals.of(hash, null))
                .distinct()
                .toList();
    }

    /**
     * Takes a register back, told by eight hexadecimal digits of its SHA-256 or more, under the barème of the current run and for a month, YYYY-MM,
     * null for the latest that remains; a RunRefused, and nothing written, where it is not known or withdrawn. Of the reason only known words are
     * kept, so that it names nobody.
     */
    public RunOutcome withdraw(String hash, String reason, @Nullable String asOf) {
        return turn.next(() -> {
            RunParameters asked =
                    tonight(new RunParameters(List.of(), asOf, false, List.of(withdrawals.of(hash, reason))));
            withdrawals.requireRemaining(asked.withdrawals());
            requireNoReplay(asked);
            return of(asked, inForce.get());
        });
    }

    /**
     * Lets corrected rejects enter, under the barème of the current run and for the month that was asked of it. Where it may not start
     * (RunRefused), or the file is not a corrected export (UnusableFile), nothing was written.
     */
    public RunOutcome resubmit(Path file) {
        return turn.next(() -> {
            GivenFile given = Inputs.resubmitted(file);
            resubmissions.requireKnown(given.file());
            String month = runs.currentRun()
                    .map(Run::parameters)
                    .map(RunParameters::asOf)
                    .orElse(null);
            RunParameters asked = tonight(new RunParameters(List.of(given.input()), month, false));
            Bareme bareme = inForce.get();
            return standing(asked, bareme).orElseGet(() -> {
                withdrawals.requireNeverWithdrawn(asked.inputs());
                return on(List.of(given), asked, bareme);
            });
        });
    }

    /**
     * Puts a barème in force, or takes it back: this run writes no data, and publishes only the results that were shown before. A RunRefused,
     * and nothing written, where it may not start.
     *
     * @param asked what to put in force: told once no other run can begin, so that what it checks stays so
     * @param opened told the number of the run in the transaction that opens it
     */
    public RunOutcome change(Supplier<BaremeChange> asked, LongConsumer opened) {
        return turn.next(() -> {
            BaremeChange change = asked.get();
            RunParameters run = tonight(new RunParameters(List.of(), change.asOf(), false));
            String now = identity.of(RunKind.PUT_IN_FORCE, run, change.bareme());
            RunWriter.Terms terms =
                    new RunWriter.Terms(RunKind.PUT_IN_FORCE, change.bareme(), now, change.expectedHash());
            return attempts.at(writer.open(run, terms, opened));
        });
    }

    /** Takes up a run that stopped or died, with some of its files where they are now; a RunRefused where there is nothing to take up. */
    public RunOutcome restart(long no, List<Path> files) {
        return turn.alone(() -> {
            Run run = runs.get(no);
            attempts.requireRestartable(run);
            places.learn(run.id(), run.parameters().inputs(), files);
            return attempts.at(no);
        });
    }

    /** Gives up a run that stopped or died; what it wrote stands. A RunRefused where it is over. */
    public Run abandon(long no, String reason) {
        return turn.alone(() -> {
            Run run = runs.get(no);
            if (!run.unfinished()) {
                throw new RunRefused("L'exécution " + run.id() + " est terminée : elle ne peut plus être abandonnée.");
            }
            writer.abandon(run, reason);
            relay.drain(no);
            places.forget(run.parameters().inputs());
            return runs.get(no);
        });
    }

    /** What is asked, of this night. The clock is read once a run, before it opens: its restarts read what was kept. */
    private RunParameters tonight(RunParameters asked) {
        return asked.at(LocalDate.now(clock.withZone(Run.FRANCE)));
    }

    /** @throws RunRefused when it would go back in time */
    private void requireNoReplay(RunParameters asked) {
        String current = runs.currentRun().map(Run::asOf).orElse("");
        if (asked.asOf() != null && asked.asOf().compareTo(current) < 0) {
            throw new RunRefused("Le mois " + asked.asOf() + " précède celui de l'exécution courante (" + current
                    + ") : revenir en arrière est un rejeu, pas une exécution de nuit.");
        }
    }

    /** The last run, where it did what is asked and nothing changed since. */
    private Optional<RunOutcome> standing(RunParameters asked, Bareme bareme) {
        String now = identity.of(RunKind.NIGHTLY, asked, bareme);
        return runs.last()
                .filter(last -> !asked.force())
                .filter(last ->
                        last.state() == Run.State.PUBLISHED && last.identity().equals(now))
                .map(RunOutcome.NothingToDo::new);
    }

    /** Runs on files, and keeps where they are until it is done. */
    private RunOutcome on(List<GivenFile> given, RunParameters asked, Bareme bareme) {
        // Before the run opens: a run that stands open can then always be taken up.
        runs.last().ifPresent(before -> places.forget(before.parameters().inputs()));
        places.remember(given.stream().map(GivenFile::file).toList());
        return of(asked, bareme);
    }

    /** Runs without a file. */
    private RunOutcome of(RunParameters asked, Bareme bareme) {
        RunWriter.Terms terms = RunWriter.Terms.night(bareme, identity.of(RunKind.NIGHTLY, asked, bareme));
        return attempts.at(writer.open(asked, terms, no -> {}));
    }
}
