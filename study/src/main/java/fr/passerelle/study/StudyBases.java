package fr.passerelle.study;

import fr.passerelle.journal.JournalRecords;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.ReadModel;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what scenarios and calendars rest on as of a published run, in one snapshot: a night beside it changes nothing of it. */
@Component
public class StudyBases {

    /**
     * What a published run knows that a study rests on.
     *
     * @param decisions that had reached the log with it, in its order
     */
    public record Basis(PublishedResults published, List<DecisionRecorded> decisions) {}

    private final Runs runs;
    private final ReadModel model;
    private final JournalRecords journal;

    StudyBases(JdbcClient jdbc, Runs runs, ReadModel model) {
        this.runs = runs;
        this.model = model;
        this.journal = new JournalRecords(jdbc, RegisteredSchemas.reader(jdbc));
    }

    /**
     * That of a run.
     *
     * @param asked its number; null for the current one
     * @throws RunRefused when there is none, or it is not published
     * @throws fr.passerelle.published.result.HashMismatch when its results are not those that were published
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Basis of(@Nullable Long asked) {
        Run run = published(asked);
        List<DecisionRecorded> decisions = new ArrayList<>();
        journal.between(
                0,
                run.no(),
                List.of(DecisionRecorded.getClassSchema()),
                record -> decisions.add((DecisionRecorded) record));
        return new Basis(model.published(run.no()), decisions);
    }

    /**
     * The results of a run alone.
     *
     * @param asked its number; null for the current one
     * @throws RunRefused when there is none, or it is not published
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public PublishedResults results(@Nullable Long asked) {
        return model.published(published(asked).no());
    }

    private Run published(@Nullable Long asked) {
        Run run = asked == null ? current() : runs.get(asked);
        if (run.state() != Run.State.PUBLISHED) {
            throw new RunRefused(
                    "L'exécution " + run.id() + " n'est pas publiée : on ne part que d'une exécution publiée"
                            + " (« ./passerelle runs » les montre).");
        }
        return run;
    }

    private Run current() {
        return runs.currentRun()
                .orElseThrow(() -> new RunRefused("Aucune exécution n'est publiée : il n'y a pas de propositions dont"
                        + " partir (« ./passerelle nightly … » d'abord)."));
    }
}
