package fr.passerelle.batch.run;

import fr.passerelle.rules.explanation.Changes;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.ResumeChangements;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a run changed from the one that was current before it. */
@Component
public class ChangesOfRuns {

    /** Changes, values and causes told one by one in the event: with about 100 bytes each they stay well under what a topic takes. */
    private static final int MOST = 4_000;

    private final Runs runs;
    private final Results results;

    ChangesOfRuns(Runs runs, Results results) {
        this.runs = runs;
        this.results = results;
    }

    /** What a published run changed from the one that was published before it, every change told. */
    public ResumeChangements of(Run published) {
        return of(published, results.at(published.no()));
    }

    /** The same where what it published was read already. */
    ResumeChangements of(Run published, List<Result> now) {
        return summary(runs.publishedBefore(published.no()), now, Integer.MAX_VALUE);
    }

    /**
     * The summary that a run publishes.
     *
     * @param before number of the run that is current
     * @param now what the run found
     */
    ResumeChangements summary(Optional<Long> before, List<Result> now) {
        return summary(before, now, MOST);
    }

    private ResumeChangements summary(Optional<Long> before, List<Result> now, int most) {
        Changes changes = Changes.between(before.map(this::at).orElse(Proposals.NONE), results.proposals(now));
        ResumeChangements.Builder summary = changes.summary(most);
        before.map(runs::get)
                .ifPresentOrElse(
                        run -> summary.setPreviousRunNo(run.no())
                                .setPreviousBaremeHash(run.baremeHash())
                                .setPreviousAsOf(run.asOf()),
                        summary::clearBefore);
        return summary.build();
    }

    private Proposals at(long run) {
        return results.proposals(results.at(run));
    }
}
