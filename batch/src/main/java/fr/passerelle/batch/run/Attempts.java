package fr.passerelle.batch.run;

import fr.passerelle.batch.input.InputPaths;
import fr.passerelle.batch.job.JobRunner;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.diagnostic.RunTrace;
import fr.passerelle.schemas.diagnostic.RunTrace.DiagnosticRun;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Attempts at the job of a run, by whoever holds the lock: the first one, and those that take up what stopped or died. */
@Component
public record Attempts(Runs runs, RunWriter writer, JobRunner jobs, InputPaths places) {

    /** Works on a run to its end, or until it stops and says why. */
    public RunOutcome at(long no) {
        DiagnosticRun.begin(runs.get(no).id());
        Optional<String> why = attempt(no);
        DiagnosticRun.end();
        return why.<RunOutcome>map(sentence -> new RunOutcome.Stopped(runs.get(no), sentence))
                .orElseGet(() -> new RunOutcome.Published(runs.get(no)));
    }

    private Optional<String> attempt(long no) {
        try (RunTrace.Work attempt = RunTrace.begin("attempt")) {
            writer.resume(no);
            Optional<String> why = jobs.run(no);
            why.ifPresentOrElse(
                    sentence -> {
                        attempt.fail();
                        writer.fail(no, sentence);
                    },
                    () -> places.forget(runs.get(no).parameters().inputs()));
            return why;
        }
    }

    /**
     * Ends what the last run left: its announcement, if only that is missing. Answers why it stopped again; empty where another run may begin.
     * A RunRefused when it waits to be restarted or abandoned.
     */
    public Optional<RunOutcome> settle() {
        return runs.last().flatMap(this::settle);
    }

    private Optional<RunOutcome> settle(Run last) {
        if (last.unfinished()) {
            throw new RunRefused(
                    "L'exécution " + last.id() + " n'est pas terminée : reprenez-la (« ./passerelle restart "
                            + last.id() + " ») ou abandonnez-la (« ./passerelle abandon " + last.id()
                            + " --reason \"…\" »), puis relancez.");
        }
        return unannounced(last) && at(last.no()) instanceof RunOutcome.Stopped stopped
                ? Optional.of(stopped)
                : Optional.empty();
    }

    /** @throws RunRefused when there is nothing to take up */
    public void requireRestartable(Run run) {
        if (run.state() == Run.State.ABANDONED) {
            throw new RunRefused("L'exécution " + run.id() + " est abandonnée : elle ne se reprend pas. Lancez-en une "
                    + "autre (« ./passerelle nightly ») : elle notera ce que celle-ci a inscrit.");
        }
        if (!unannounced(run) && !run.unfinished()) {
            throw new RunRefused("L'exécution " + run.id() + " est terminée : il n'y a rien à reprendre.");
        }
    }

    /** Published, and stopped before its record was on its topic. */
    private boolean unannounced(Run run) {
        return run.state() == Run.State.PUBLISHED && !jobs.isComplete(run.no());
    }
}
