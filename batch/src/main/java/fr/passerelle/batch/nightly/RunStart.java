package fr.passerelle.batch.nightly;

import fr.passerelle.batch.input.InputPaths;
import fr.passerelle.batch.input.Inputs.GivenFile;
import fr.passerelle.batch.run.Attempts;
import fr.passerelle.batch.run.Opening;
import fr.passerelle.batch.run.RunIdentity;
import fr.passerelle.batch.run.RunOutcome;
import fr.passerelle.batch.run.RunTerms;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunParameters;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.schemas.fault.RunRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/** How a run begins: as of which day, after which other one, opened, then worked on to its end. The caller has the turn. */
@Component
class RunStart {

    private final Runs runs;
    private final RunIdentity identity;
    private final Opening opening;
    private final Attempts attempts;
    private final InputPaths places;
    private final Clock clock;

    RunStart(Runs runs, RunIdentity identity, Opening opening, Attempts attempts, InputPaths places, Clock clock) {
        this.runs = runs;
        this.identity = identity;
        this.opening = opening;
        this.attempts = attempts;
        this.places = places;
        this.clock = clock;
    }

    /** What is asked, of this night. The clock is read once a run, before it opens: its restarts read what was kept. */
    RunParameters tonight(RunParameters asked) {
        return asked.at(LocalDate.now(clock.withZone(Run.FRANCE)));
    }

    /** @throws RunRefused when it would go back in time */
    void requireNoReplay(RunParameters asked) {
        String current = runs.currentRun().map(Run::asOf).orElse("");
        if (asked.asOf() != null && asked.asOf().compareTo(current) < 0) {
            throw new RunRefused("Le mois " + asked.asOf() + " précède celui de l'exécution courante (" + current
                    + ") : revenir en arrière est un rejeu, pas une exécution de nuit.");
        }
    }

    /** The last run, where it did what is asked and nothing changed since. */
    Optional<RunOutcome> standing(RunParameters asked, Bareme bareme) {
        String now = identity.of(RunKind.NIGHTLY, asked, bareme);
        return runs.last()
                .filter(last -> !asked.force())
                .filter(last ->
                        last.state() == Run.State.PUBLISHED && last.identity().equals(now))
                .map(RunOutcome.NothingToDo::new);
    }

    /** Runs on files, and keeps where they are until it is done. */
    RunOutcome on(List<GivenFile> given, RunParameters asked, Bareme bareme) {
        // Before the run opens: a run that stands open can then always be taken up.
        runs.last().ifPresent(before -> places.forget(before.parameters().inputs()));
        places.remember(given.stream().map(GivenFile::file).toList());
        return of(asked, bareme);
    }

    /** Runs without a file. */
    RunOutcome of(RunParameters asked, Bareme bareme) {
        return attempts.at(opening.open(asked, RunTerms.night(bareme, identity.of(RunKind.NIGHTLY, asked, bareme))));
    }

    /**
     * Runs under another barème, without a file.
     *
     * @param opened told the number of the run in the transaction that opens it
     */
    RunOutcome of(BaremeChange change, LongConsumer opened) {
        RunParameters asked = tonight(new RunParameters(List.of(), change.asOf(), false));
        String now = identity.of(RunKind.PUT_IN_FORCE, asked, change.bareme());
        return attempts.at(opening.open(
                asked, new RunTerms(RunKind.PUT_IN_FORCE, change.bareme(), now, change.expectedHash()), opened));
    }
}
