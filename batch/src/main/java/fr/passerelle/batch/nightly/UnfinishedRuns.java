package fr.passerelle.batch.nightly;

import fr.passerelle.batch.input.InputPaths;
import fr.passerelle.batch.job.RelayTasklet;
import fr.passerelle.batch.run.Attempts;
import fr.passerelle.batch.run.Opening;
import fr.passerelle.batch.run.RunOutcome;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.fault.RunRefused;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** Runs that stopped or died, of whichever job: taken up, or given up. */
@Component
public class UnfinishedRuns {

    private final RunTurn turn;
    private final Runs runs;
    private final Attempts attempts;
    private final InputPaths places;
    private final Opening opening;
    private final RelayTasklet relay;

    UnfinishedRuns(RunTurn turn, Runs runs, Attempts attempts, InputPaths places, Opening opening, RelayTasklet relay) {
        this.turn = turn;
        this.runs = runs;
        this.attempts = attempts;
        this.places = places;
        this.opening = opening;
        this.relay = relay;
    }

    /**
     * Takes up a run that stopped or died.
     *
     * @param files some of its files, where they are now
     * @throws RunRefused when there is nothing to take up
     */
    public RunOutcome restart(long no, List<Path> files) {
        return turn.alone(() -> {
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
        return turn.alone(() -> {
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
}
