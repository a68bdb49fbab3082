package fr.passerelle.study.life;

import fr.passerelle.journal.JournalRow.JournalRecords;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.current.ReadModel;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Question;
import fr.passerelle.study.Study;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what studies rest on as of a published run, and says whether it still is what they froze. */
@Component
public class StudyBases {

    private final Runs runs;
    private final ReadModel model;
    private final JournalRecords journal;

    StudyBases(JdbcClient jdbc, Runs runs, ReadModel model) {
        this.runs = runs;
        this.model = model;
        this.journal = new JournalRecords(jdbc, RegisteredSchemas.reader(jdbc));
    }

    /**
     * The results of a published run, null for the current one, in one snapshot: a night beside it changes nothing of them. {@link RunRefused}
     * where there is none; {@link fr.passerelle.published.result.Results.HashMismatch} where they are not those that were published.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public PublishedResults results(@Nullable Long asked) {
        Run run = asked == null
                ? runs.requireCurrent("il n'y a pas de propositions dont partir (« ./passerelle nightly … » d'abord).")
                : runs.get(asked);
        if (run.state() != Run.State.PUBLISHED) {
            throw new RunRefused(
                    "L'exécution " + run.id() + " n'est pas publiée : on ne part que d'une exécution publiée"
                            + " (« ./passerelle runs » les montre).");
        }
        return model.published(run.no());
    }

    /** The decisions that had reached the log with a published run, by its number, in its order: none comes later. */
    @Transactional(readOnly = true)
    public List<DecisionRecorded> decisions(long run) {
        List<DecisionRecorded> decisions = new ArrayList<>();
        journal.between(
                0, run, List.of(DecisionRecorded.getClassSchema()), record -> decisions.add((DecisionRecorded) record));
        return decisions;
    }

    /** The results that a study rests on; {@link RunRefused} names what is not as it was planned: plan, files, results or barème. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public PublishedResults require(Study<? extends Question.OfResults> study) {
        study.requireFrozen();
        Question.OfResults question = study.question();
        PublishedResults results = results(question.run());
        PublishedRun run = results.run();
        if (!run.hash().equals(question.resultHash()) || !run.asOf().equals(question.asOf())) {
            throw study.overtaken("les résultats de l'exécution " + run.id() + " ne sont plus ceux d'alors");
        }
        if (!run.bareme().sha256().equals(question.baremeHash())) {
            throw study.overtaken("le barème de l'exécution " + run.id() + " n'est plus celui d'alors");
        }
        return results;
    }
}
