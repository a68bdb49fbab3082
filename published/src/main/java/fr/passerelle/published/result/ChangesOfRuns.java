package fr.passerelle.published.result;

import fr.passerelle.published.result.Results.ResultKind;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.rules.explanation.Changes;
import fr.passerelle.rules.explanation.Changes.ComparedResults;
import fr.passerelle.schemas.event.ResumeChangements;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What a run changed from the one that was current before it. */
@Component
public class ChangesOfRuns {

    /** Changes, values and causes told one by one in the event: with about 100 bytes each they stay well under what a topic takes. */
    private static final int MOST = 4_000;

    /** As of which there is nothing. */
    private static final long NO_RUN = 0;

    private final Runs runs;
    private final Results results;

    ChangesOfRuns(Runs runs, Results results) {
        this.runs = runs;
        this.results = results;
    }

    /** What a published run changed from the one that was published before it, every change told. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ResumeChangements of(Run published) {
        results.check(published.no());
        return summary(runs.publishedBefore(published.no()).map(Run::no), published.no(), Integer.MAX_VALUE);
    }

    /** The summary that a run publishes, beside the one that is current before it. */
    public ResumeChangements summary(Optional<Long> before, long runNo) {
        return summary(before, runNo, MOST);
    }

    private ResumeChangements summary(Optional<Long> before, long runNo, int most) {
        ResumeChangements.Builder summary =
                changes(before.orElse(NO_RUN), runNo).summary(most);
        before.map(runs::get)
                .ifPresentOrElse(
                        run -> summary.setPreviousRunNo(run.no())
                                .setPreviousBaremeHash(run.baremeHash())
                                .setPreviousAsOf(run.asOf()),
                        summary::clearBefore);
        return summary.build();
    }

    private Changes changes(long before, long runNo) {
        ComparedResults compared = new ComparedResults();
        results.changed(ResultKind.SCORE, before, runNo, compared::score);
        results.changed(ResultKind.CONVERSION, before, runNo, compared::conversion);
        results.changed(ResultKind.PLAN, before, runNo, compared::plan);
        compared.sameConversions(results.countUnchanged(ResultKind.CONVERSION, before, runNo));
        results.unchanged(ResultKind.PLAN, before, runNo, plan -> compared.plan(plan, plan));
        return compared.changes();
    }
}
