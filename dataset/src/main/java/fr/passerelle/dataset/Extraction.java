package fr.passerelle.dataset;

import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.journal.JournalRow.JournalRecords;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.published.session.PublishedSessions.SessionFold;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.study.Studies;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;

/** Takes datasets out of the database: of one state of it where whoever asks reads in one transaction, as commands do. */
public class Extraction {

    private final Runs runs;
    private final Results results;
    private final JdbcClient jdbc;
    private final JournalRecords journal;
    private final Studies studies;

    Extraction(DataSource dataSource, Runs runs, Results results, Studies studies) {
        this.runs = runs;
        this.results = results;
        this.studies = studies;
        this.jdbc = JdbcClient.create(dataSource);
        this.journal = new JournalRecords(jdbc, RegisteredSchemas.reader(jdbc));
    }

    /** A dataset of a published run; postal codes, which the log does not hold, are found by INSEE code for the national standard. */
    public Table<?> of(Dataset dataset, Provenance provenance, Function<String, List<String>> postalCodes) {
        ToldCalendar calendar = dataset.takesCalendars() ? told(provenance) : ToldCalendar.NONE;
        return dataset.of(source(provenance, dataset.needsAttendance(), dataset.takesNeeds(), calendar, postalCodes));
    }

    /**
     * Those that people look through, for a reader who may not see the journal and knows what held when the run closed.
     *
     * @param facts each once, EPCIs in the order of the log and before their rooms and sites, decisions in the order of the log
     * @return what makes each of them, the calendars being read once for all; refuses any other dataset
     */
    public Function<Dataset, Table<?>> lists(
            Provenance provenance, Proposals proposals, Stream<? extends SpecificRecord> facts) {
        LogFold log = new LogFold();
        PublicNeeds needs = new PublicNeeds();
        facts.forEach(fact -> {
            log.take(fact);
            needs.take(fact);
        });
        LogInventory known = new LogInventory(log);
        SingletonSupplier<ToldCalendar> told = SingletonSupplier.of(() -> told(provenance));
        return dataset -> {
            Assert.isTrue(dataset.lists(), () -> dataset + " is not looked through.");
            ToldCalendar calendar = dataset.takesCalendars() ? told.obtain() : ToldCalendar.NONE;
            return dataset.of(
                    new DatasetSource(provenance, proposals, known, null, needs, calendar, nowhere -> List.of()));
        };
    }

    /** Takes each dataset of a run away in turn, the log being read once for all. */
    public void each(
            Provenance provenance, Function<String, List<String>> postalCodes, BiConsumer<Dataset, Table<?>> taker) {
        DatasetSource source = source(provenance, true, true, told(provenance), postalCodes);
        for (Dataset dataset : Dataset.values()) {
            taker.accept(dataset, dataset.of(source));
        }
    }

    /**
     * Where what is taken of a published run comes from.
     *
     * @param runNo number of the run; null for the current one
     * @param published whether it is for anybody: what could lead to a person is then left out
     * @throws RunRefused when there is no such run, or it is not published
     */
    public Provenance provenance(String dataset, @Nullable Long runNo, boolean published) {
        Run run = runNo == null
                ? runs.requireCurrent("il n'y a encore rien à montrer ni à exporter. Lancez-en une"
                        + " (« ./passerelle nightly … »).")
                : publishedRun(runNo);
        return new Provenance(dataset, PublishedRun.of(run), published);
    }

    /** Whether calendars were published after a run: nothing of them is in what is taken of it. */
    public boolean leavesCalendarsOut(Provenance provenance) {
        return jdbc.sql("select exists (select from passerelle.study_record where type = 'CalendarPublished' and"
                        + " recorded_at > :ended)")
                .param("ended", provenance.run().endedAt().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** What each published run until this one made public, whether somebody took it away then or not. */
    private DatasetSource source(
            Provenance provenance,
            boolean withAttendance,
            boolean withNeeds,
            ToldCalendar calendar,
            Function<String, List<String>> postalCodes) {
        LogFold log = new LogFold();
        PublicCounts counts = withAttendance && provenance.published() ? new PublicCounts(log) : null;
        PublicNeeds needs = new PublicNeeds();
        Consumer<SpecificRecord> taker = counts == null ? log::take : counts::take;
        long after = 0;
        for (Run run : runs.publishedUntil(provenance.run().no())) {
            journal.between(after, run.no(), records(withAttendance, withNeeds), taker.andThen(needs::take));
            publish(run, counts, needs);
            after = run.no();
        }
        return new DatasetSource(
                provenance,
                results.proposals(provenance.run().no()),
                new LogInventory(log),
                counts,
                needs,
                calendar,
                postalCodes);
    }

    private ToldCalendar told(Provenance provenance) {
        SessionFold fold = SessionFold.until(provenance.run().endedAt().atOffset(ZoneOffset.UTC), jdbc);
        return ToldCalendar.of(
                fold.sessions().values(),
                fold.plans().reversed().stream()
                        .flatMap(plan -> studies.answers(TourManifest.SERIES.idOf(plan), ToursComputed.class).stream())
                        .toList());
    }

    private static List<Schema> records(boolean withAttendance, boolean withNeeds) {
        return Stream.concat(
                        (withAttendance ? LogFold.ALL : LogFold.FACTS).stream(),
                        withNeeds ? PublicNeeds.RECORDS.stream() : Stream.empty())
                .toList();
    }

    private static void publish(Run run, @Nullable PublicCounts counts, PublicNeeds needs) {
        needs.publish();
        if (counts != null) {
            counts.publish(YearMonth.parse(Objects.requireNonNull(run.asOf())));
        }
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
