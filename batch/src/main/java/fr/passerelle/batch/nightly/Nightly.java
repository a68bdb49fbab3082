package fr.passerelle.batch.nightly;

import fr.passerelle.batch.attendance.Resubmissions;
import fr.passerelle.batch.input.GivenFile;
import fr.passerelle.batch.input.InputPaths;
import fr.passerelle.batch.input.Inputs;
import fr.passerelle.batch.input.NightlyRequest;
import fr.passerelle.batch.job.GracefulStop;
import fr.passerelle.batch.job.RelayTasklet;
import fr.passerelle.batch.lock.RunLock;
import fr.passerelle.batch.room.RoomInventory;
import fr.passerelle.batch.room.SiteFile;
import fr.passerelle.batch.run.Attempts;
import fr.passerelle.batch.run.BaremeInForce;
import fr.passerelle.batch.run.Opening;
import fr.passerelle.batch.run.RunIdentity;
import fr.passerelle.batch.run.RunOutcome;
import fr.passerelle.batch.run.RunTerms;
import fr.passerelle.batch.run.StepCounts;
import fr.passerelle.batch.server.Servers;
import fr.passerelle.published.run.Input;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunParameters;
import fr.passerelle.published.run.RunRefused;
import fr.passerelle.published.run.Runs;
import fr.passerelle.published.run.Withdrawal;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.schemas.event.SourceRole;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The operator's side of runs: a night, a restart, an abandonment, each alone under the lock. */
@Component
public class Nightly {

    /** Where the day of a night is read. */
    private final RunLock lock;

    private final Servers servers;
    private final Runs runs;
    private final RunIdentity identity;
    private final RoomInventory rooms;
    private final SiteFile sites;
    private final Opening opening;
    private final Attempts attempts;
    private final BaremeInForce inForce;
    private final RelayTasklet relay;
    private final GracefulStop stop;
    private final InputPaths places;
    private final WithdrawalCheck withdrawalCheck;
    private final Resubmissions resubmissions;
    private final Clock clock;

    Nightly(
            RunLock lock,
            Servers servers,
            Runs runs,
            RunIdentity identity,
            RoomInventory rooms,
            SiteFile sites,
            Opening opening,
            Attempts attempts,
            BaremeInForce inForce,
            RelayTasklet relay,
            GracefulStop stop,
            InputPaths places,
            WithdrawalCheck withdrawalCheck,
            Resubmissions resubmissions,
            Clock clock) {
        this.lock = lock;
        this.servers = servers;
        this.runs = runs;
        this.identity = identity;
        this.rooms = rooms;
        this.sites = sites;
        this.opening = opening;
        this.attempts = attempts;
        this.inForce = inForce;
        this.relay = relay;
        this.stop = stop;
        this.places = places;
        this.withdrawalCheck = withdrawalCheck;
        this.resubmissions = resubmissions;
        this.clock = clock;
    }

    /**
     * Runs a night, unless nothing changed since the last one.
     *
     * @throws RunRefused when it may not start; nothing was written
     */
    public RunOutcome run(NightlyRequest request) {
        return next(() -> night(request));
    }

    /**
     * Takes a register back, under the barème of the current run.
     *
     * @param hash at least eight hexadecimal digits of its SHA-256
     * @param reason why; of it only known words are kept, so that it names nobody
     * @param asOf YYYY-MM; null for the latest month that remains
     * @throws RunRefused when it is not known, or withdrawn already; nothing was written
     */
    public RunOutcome withdraw(String hash, String reason, @Nullable String asOf) {
        return next(() -> withdrawal(hash, reason, asOf));
    }

    /**
     * Lets corrected rejects enter, under the barème of the current run and for the month that was asked of it.
     *
     * @throws RunRefused when it may not start; nothing was written
     * @throws UnusableFile when the file is not a corrected export; nothing was written
     */
    public RunOutcome resubmit(Path file) {
        return next(() -> resubmission(file));
    }

    /**
     * Puts a barème in force, or takes it back: a run that writes no data, and whose results are published only if they are those that
     * were shown before.
     *
     * @param asked what to put in force: told once no other run can begin, so that what it checks stays so
     * @param opened told the number of the run in the transaction that opens it
     * @throws RunRefused when it may not start; nothing was written
     */
    public RunOutcome change(Supplier<BaremeChange> asked, LongConsumer opened) {
        return next(() -> changed(asked.get(), opened));
    }

    /**
     * Takes up a run that stopped or died.
     *
     * @param files some of its files, where they are now
     * @throws RunRefused when there is nothing to take up
     */
    public RunOutcome restart(long no, List<Path> files) {
        return alone(() -> {
            servers.needAll();
            Run run = runs.get(no);
            attempts.requireRestartable(run);
            places.learn(run.id(), run.parameters().inputs(), files);
            return attempts.at(no);
        });
    }

    /**
     * Gives up a run that stopped or died; what it wrote stands.
     *
     * @throws RunRefused when it is over
     */
    public Run abandon(long no, String reason) {
        return alone(() -> {
            servers.needAll();
            Run run = runs.get(no);
            if (!run.unfinished()) {
                throw new RunRefused("L'exécution " + run.id() + " est terminée : elle ne peut plus être abandonnée.");
            }
            opening.abandon(run, reason);
            relay.drain(no);
            places.forget(run.parameters().inputs());
            return runs.get(no);
        });
    }

    private RunOutcome resubmission(Path file) {
        GivenFile given = Inputs.resubmitted(file);
        resubmissions.requireKnown(given.file());
        String asOf =
                runs.currentRun().map(Run::parameters).map(RunParameters::asOf).orElse(null);
        RunParameters asked = new RunParameters(List.of(given.input()), asOf, false).at(today());
        return start(asked, List.of(given), inForce.get());
    }

    private RunOutcome night(NightlyRequest request) {
        Bareme bareme = inForce.ofNight(request.bareme());
        List<GivenFile> given = Inputs.examine(request);
        List<Input> inputs = given.stream().map(GivenFile::input).toList();
        RunParameters asked = new RunParameters(inputs, request.asOf(), request.force(), replaced(request)).at(today());
        return start(asked, given, bareme);
    }

    private RunOutcome start(RunParameters asked, List<GivenFile> given, Bareme bareme) {
        requireNoReplay(asked);
        Optional<Run> last = runs.last();
        String now = identity.of(RunKind.NIGHTLY, asked, bareme);
        if (!asked.force() && last.filter(run -> stands(run, now)).isPresent()) {
            return new RunOutcome.NothingToDo(last.get());
        }
        withdrawalCheck.requireRemaining(asked.withdrawals());
        if (!asked.force()) {
            withdrawalCheck.requireNeverWithdrawn(asked.of(SourceRole.ATTENDANCE));
        }
        checkSnapshots(given);
        // Before the run opens: a run that stands open can then always be taken up.
        last.ifPresent(before -> places.forget(before.parameters().inputs()));
        places.remember(given.stream().map(GivenFile::file).toList());
        return attempts.at(opening.open(asked, RunTerms.night(bareme, now)));
    }

    private void checkSnapshots(List<GivenFile> given) {
        for (GivenFile one : given) {
            switch (one.input().role()) {
                case ROOMS -> rooms.check(one.file());
                case SITES -> sites.check(one.file());
                default -> {}
            }
        }
    }

    private List<Withdrawal> replaced(NightlyRequest request) {
        return request.replaces().stream()
                .map(hash -> withdrawalCheck.of(hash, null))
                .distinct()
                .toList();
    }

    private RunOutcome withdrawal(String hash, String reason, @Nullable String asOf) {
        RunParameters asked =
                new RunParameters(List.of(), asOf, false, List.of(withdrawalCheck.of(hash, reason))).at(today());
        withdrawalCheck.requireRemaining(asked.withdrawals());
        requireNoReplay(asked);
        Bareme bareme = inForce.get();
        String now = identity.of(RunKind.NIGHTLY, asked, bareme);
        return attempts.at(opening.open(asked, RunTerms.night(bareme, now)));
    }

    private RunOutcome changed(BaremeChange change, LongConsumer opened) {
        RunParameters asked = new RunParameters(List.of(), change.asOf(), false).at(today());
        String now = identity.of(RunKind.PUT_IN_FORCE, asked, change.bareme());
        RunTerms run = new RunTerms(RunKind.PUT_IN_FORCE, change.bareme(), now, change.expectedHash());
        return attempts.at(opening.open(asked, run, opened));
    }

    /** The clock is read once a run, before it opens: its restarts read what was kept. */
    private LocalDate today() {
        return LocalDate.now(clock.withZone(Run.FRANCE));
    }

    private static boolean stands(Run last, String identity) {
        return last.state() == Run.State.PUBLISHED && last.identity().equals(identity);
    }

    private void requireNoReplay(RunParameters asked) {
        String current = runs.currentRun().map(Run::asOf).orElse("");
        if (asked.asOf() != null && asked.asOf().compareTo(current) < 0) {
            throw new RunRefused("Le mois " + asked.asOf() + " précède celui de l'exécution courante (" + current
                    + ") : revenir en arrière est un rejeu, pas une exécution de nuit.");
        }
    }

    /** A run after the last one, once that is settled. */
    private RunOutcome next(Supplier<RunOutcome> work) {
        return alone(() -> {
            servers.needAll();
            return attempts.settle().orElseGet(work);
        });
    }

    private <T> T alone(Supplier<T> work) {
        servers.needDatabase();
        try (RunLock.Held held = lock.take();
                GracefulStop.Guard guard = stop.guard(StepCounts.JOB, any -> true)) {
            return work.get();
        }
    }
}
