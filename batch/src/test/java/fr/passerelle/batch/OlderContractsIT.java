package fr.passerelle.batch;

import static fr.passerelle.batch.fixture.Import.BERTHENICOURT;
import static fr.passerelle.batch.fixture.Import.EPCI;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.decision.CurrentPlans;
import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.Import.JournalRow;
import fr.passerelle.batch.fixture.OlderTables;
import fr.passerelle.batch.fixture.SilentBatch;
import fr.passerelle.local.fixture.Csv;
import fr.passerelle.local.fixture.OtherFacts;
import fr.passerelle.local.fixture.ResultFixtures;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.decision.KnownDecisions;
import fr.passerelle.published.decision.KnownDecisions.KnownDecision;
import fr.passerelle.published.result.ChangesOfRuns;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RoomWithdrawal;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tables keep under a contract of before is read by it, and is no news: today's contract lacks a field that it had. */
class OlderContractsIT {

    private static final String OTHER = "200071785";
    private static final String NEW = "200099999";
    private static final String CLOSED = Csv.closedRoom("C", BERTHENICOURT);
    private static final String[] OPEN = {
        Csv.room("A", BERTHENICOURT),
        Csv.room("B", BERTHENICOURT),
        Csv.room("D", BERTHENICOURT),
        Csv.room("E", BERTHENICOURT),
        Csv.room("F", BERTHENICOURT)
    };

    private final AtomicInteger ids = new AtomicInteger(1_000);
    private final TestServers servers = TestServers.fresh("older-contracts");
    private final Import night = new Import(servers);
    private final JdbcClient jdbc = JdbcClient.create(night.dataSource());

    private interface Rewriting {
        void of(OlderTables tables) throws SQLException;
    }

    @Test
    void tellNothingOfPlacesThatAreTheSame() {
        night.intercommunalites(Import.INTERCOMMUNALITE);
        night.rooms(rooms());
        night.sites(Csv.site("S-1", BERTHENICOURT));
        before(OlderTables::places);

        assertThat(night.rooms(rooms())).isEqualTo(new Counts(6, 0, 6, 0, 0));
        assertThat(night.lastRun()).isEmpty();
        assertThat(night.sites(Csv.site("S-1", BERTHENICOURT))).isEqualTo(new Counts(1, 0, 1, 0, 0));
        assertThat(night.lastRun()).isEmpty();
        night.territories(null);
        assertThat(night.lastRun()).isEmpty();
        night.follow();
        assertThat(night.lastRun()).isEmpty();
    }

    @Test
    void tellWhatIsOtherwiseAlone() {
        night.rooms(rooms());
        before(OlderTables::places);

        night.rooms(OPEN);

        assertThat(night.lastRun()).hasSize(1);
        assertThat(night.lastRun().getFirst().as(RoomWithdrawn.class).getReason())
                .isEqualTo(RoomWithdrawal.CLOSED);
    }

    @Test
    void giveDecisionsToTheLogAndToTheSuccessor() {
        night.territories(null);
        night.rooms(OPEN);
        DecisionRecorded decision =
                Import.decision(EPCI, DecisionKind.NOTIFIED).setSeat("room:A").build();
        night.decide(decision);
        before(tables -> {
            tables.places();
            tables.decisions();
        });

        assertThat(new KnownDecisions(jdbc).all())
                .extracting(KnownDecision::decision)
                .containsExactly(decision);
        night.under(ReferenceFacts.load(OtherFacts.merged(NEW, EPCI, OTHER)));
        assertThat(night.decisions()).isEqualTo(2);

        assertThat(night.lastRun()).extracting(JournalRow::epci).containsExactly(EPCI, NEW);
        assertThat(night.lastRun().getFirst().record()).isEqualTo(decision);
        assertThat(jdbc.sql("select doc ->> 'act' from passerelle.decision")
                        .query(String.class)
                        .list())
                .containsExactly("2018-1", "2018-1");
    }

    @Test
    void keepResultsWhatTheyWere() {
        Frequentation score = ResultFixtures.scoreMissing("A", EPCI, "2017-09");
        Conversion conversion = ResultFixtures.conversion("A", EPCI, ConversionKind.ETAPE_NOMADE);
        Plan plan = ResultFixtures.planOfEtape(EPCI, "A");
        night.rooms(OPEN);
        publish(score, conversion, plan);
        before(OlderTables::results);
        night.run(() -> true);
        publish(score, conversion, plan);

        assertThat(new CurrentPlans(JdbcClient.create(night.dataSource()), new Namespace(servers.namespace()))
                        .about(EPCI)
                        .plan())
                .isEqualTo(plan);
        try (ConfigurableApplicationContext batch = SilentBatch.on(servers)) {
            var results = batch.getBean(Results.class);
            assertThat(results.proposals(1)).isEqualTo(results.proposals(2));
            var told = batch.getBean(ChangesOfRuns.class)
                    .of(batch.getBean(Runs.class).get(2));
            assertThat(List.of(told.getAdded(), told.getRemoved(), told.getModified()))
                    .containsExactly(0, 0, 0);
        }
    }

    private void publish(Frequentation score, Conversion conversion, Plan plan) {
        night.result("SCORE", "A", EPCI, score);
        night.result("CONVERSION", "A", EPCI, conversion);
        night.result("PLAN", EPCI, EPCI, plan);
        night.publish();
    }

    private void before(Rewriting rewriting) {
        try (Connection connection = servers.connect()) {
            rewriting.of(new OlderTables(connection, schema -> ids.incrementAndGet()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] rooms() {
        return new String[] {OPEN[0], OPEN[1], OPEN[2], OPEN[3], OPEN[4], CLOSED};
    }
}
