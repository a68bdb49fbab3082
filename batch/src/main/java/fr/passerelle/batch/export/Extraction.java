package fr.passerelle.batch.export;

import fr.passerelle.journal.JournalRecords;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.dataset.Dataset;
import fr.passerelle.published.dataset.DatasetSource;
import fr.passerelle.published.dataset.Extract;
import fr.passerelle.published.dataset.LogInventory;
import fr.passerelle.published.dataset.Provenance;
import fr.passerelle.published.dataset.PublicCounts;
import fr.passerelle.published.dataset.PublicNeeds;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunRefused;
import fr.passerelle.published.run.Runs;
import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.time.YearMonth;
import java.util.Objects;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Takes datasets out of the database: one snapshot of it, in a transaction that may only read. */
@Service
public class Extraction {

    private final Runs runs;
    private final Results results;
    private final JournalRecords journal;
    private final ReferenceFacts facts;

    Extraction(DataSource dataSource, Runs runs, Results results, ReferenceFacts facts) {
        this.runs = runs;
        this.results = results;
        this.facts = facts;
        JdbcClient jdbc = JdbcClient.create(dataSource);
        this.journal = new JournalRecords(jdbc, RegisteredSchemas.reader(jdbc));
    }

    /**
     * A dataset of a published run.
     *
     * @param runNo number of the run; null for the current one
     * @param published whether it is for anybody: what could lead to a person is then left out
     * @throws RunRefused when there is no such run, or it is not published
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Extract of(Dataset dataset, @Nullable Long runNo, boolean published) {
        Provenance provenance = provenance(dataset.id(), runNo, published);
        return provenance.on(dataset.of(situation(provenance, dataset.needsAttendance(), dataset.takesNeeds())));
    }

    /** Takes each dataset of a run away in turn, the log being read once for all. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void each(Provenance provenance, BiConsumer<Dataset, Extract> taker) {
        DatasetSource situation = situation(provenance, true, true);
        for (Dataset dataset : Dataset.values()) {
            Provenance its = provenance(dataset.id(), provenance.run().no(), provenance.published());
            taker.accept(dataset, its.on(dataset.of(situation)));
        }
    }

    /** Where what is taken of a run, as {@link #of}, comes from. */
    public Provenance provenance(String dataset, @Nullable Long runNo, boolean published) {
        Run run = runNo == null ? current() : publishedRun(runNo);
        return new Provenance(dataset, run, Baremes.read(run.baremeText()).isIllustration(), published);
    }

    private DatasetSource situation(Provenance provenance, boolean withAttendance, boolean withNeeds) {
        long runNo = provenance.run().no();
        LogFold log = new LogFold();
        PublicCounts counts = null;
        if (withAttendance && provenance.published()) {
            counts = counts(runNo, log);
        } else {
            journal.between(0, runNo, withAttendance ? LogFold.ALL : LogFold.FACTS, log::take);
        }
        return new DatasetSource(
                provenance,
                results.proposals(runNo),
                new LogInventory(log),
                counts,
                needs(withNeeds ? runNo : 0),
                facts::postalCodes);
    }

    /** What each published run until this one made public. */
    private PublicNeeds needs(long runNo) {
        PublicNeeds needs = new PublicNeeds();
        long after = 0;
        for (Run run : runs.publishedUntil(runNo)) {
            journal.between(after, run.no(), PublicNeeds.RECORDS, needs::take);
            needs.publish();
            after = run.no();
        }
        return needs;
    }

    /** What each published run until this one made public, whether somebody took it away then or not. */
    private PublicCounts counts(long runNo, LogFold log) {
        PublicCounts counts = new PublicCounts(log);
        long after = 0;
        for (Run run : runs.publishedUntil(runNo)) {
            journal.between(after, run.no(), LogFold.ALL, counts::take);
            counts.publish(YearMonth.parse(Objects.requireNonNull(run.asOf())));
            after = run.no();
        }
        return counts;
    }

    private Run current() {
        return runs.currentRun()
                .orElseThrow(() -> new RunRefused(
                        "Aucune exécution n'est publiée : il n'y a rien à exporter. Lancez-en une (« ./passerelle"
                                + " nightly … »)."));
    }

    private Run publishedRun(long no) {
        Run run = runs.get(no);
        if (run.state() != Run.State.PUBLISHED) {
            throw new RunRefused("L'exécution " + run.id()
                    + " n'est pas publiée : ses résultats n'ont pas été rapprochés et ne s'exportent pas.");
        }
        return run;
    }
}
