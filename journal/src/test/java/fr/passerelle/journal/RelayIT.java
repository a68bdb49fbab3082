package fr.passerelle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.journal.Journal.JournalEntry;
import fr.passerelle.journal.LogAgreement.LogProof;
import fr.passerelle.journal.Relay.WholeJournal;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.schemas.fault.OutsideFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The relay against a real broker: what it wrote, and what a reader of committed records sees. */
class RelayIT {

    private static final int ROWS = 25;
    private static final Runnable NOTHING = () -> {};

    private final TestServers servers = TestServers.fresh("relay");
    private final DataSource dataSource = servers.dataSource();
    private final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final SchemaRegistration schemas =
            new SchemaRegistration(jdbc, new RegistryClient(servers.endpoints().registryUrl()), servers.topics());
    private final LogSettings settings = settings(10);
    private final LogProof proof = new LogProof(jdbc, settings);

    @BeforeEach
    void fillTheJournal() {
        servers.createTopics();
        schemas.register();
        append(1, IntStream.range(0, ROWS).mapToObj(i -> entry(1, i % 3, i)).toList());
    }

    private void append(long runNo, int partition, int count) {
        append(
                runNo,
                IntStream.range(0, count)
                        .mapToObj(i -> entry(runNo, partition, i))
                        .toList());
    }

    private void append(long runNo, List<JournalEntry> entries) {
        Journal journal = new Journal(dataSource, new Partitions(TestServers.PARTITIONS), new Records());
        new TransactionTemplate(new DataSourceTransactionManager(dataSource))
                .executeWithoutResult(status -> journal.append(runNo, entries));
    }

    private static JournalEntry entry(long runNo, int partition, int i) {
        return JournalEntry.run("N-000001", partition, new RunAbandoned(runNo, "N-000001", partition, "essai " + i));
    }

    @Test
    void relaysEachRowOnceInOrder() {
        relayAll();
        relayAll();

        assertThat(seqs()).containsExactlyInAnyOrderElementsOf(allSeqs());
        assertThat(proof.topic(1)).isEqualTo(proof.journal(1));
    }

    @Test
    void provesARunWhateverStandsBeforeItOnTheLog() {
        append(2, 0, 3_000);
        append(3, 0, 2_500);
        append(3, 1, 1);
        relayAll(settings(1_000));

        assertThat(proof.topic(2)).isEqualTo(proof.journal(2)).containsOnlyKeys(0);
        assertThat(proof.topic(3)).isEqualTo(proof.journal(3)).containsOnlyKeys(0, 1);
    }

    @Test
    @Tag("I1")
    @Tag("I2")
    @Tag("I3")
    void showsNothingOfATransactionThatDiesAndTakesUpFromTheLastOne() {
        try (Relay dying = Relay.open(settings, new WholeJournal(jdbc), schemas, RelayIT::die)) {
            assertThatThrownBy(dying::relayNext).isInstanceOf(IllegalStateException.class);
        }
        assertThat(seqs()).isEmpty();

        relayAll();

        assertThat(seqs()).containsExactlyInAnyOrderElementsOf(allSeqs());
    }

    @Test
    void endsATransactionWhereItsRowsAreLargeBeforeTheyAreMany() {
        String large = "x".repeat(800_000);
        append(
                2,
                IntStream.range(0, 30)
                        .mapToObj(i ->
                                JournalEntry.run("N-000002", i % 3, new RunAbandoned(2L, "N-000002", i % 3, large)))
                        .toList());

        try (Relay relay = Relay.open(settings(1_000), new WholeJournal(jdbc), schemas, NOTHING)) {
            assertThat(relay.relayNext()).isBetween(ROWS + 1, ROWS + 20);
            assertThat(relay.relayNext()).isPositive();
        }
        relayAll();

        assertThat(proof.topic(2)).isEqualTo(proof.journal(2));
    }

    @Test
    void fencesTheRelayThatWasThereBefore() {
        try (Relay before = Relay.open(settings, new WholeJournal(jdbc), schemas, NOTHING);
                Relay now = Relay.open(settings, new WholeJournal(jdbc), schemas, NOTHING)) {
            assertThatThrownBy(before::relayNext).isInstanceOfAny(OutsideFault.class, KafkaException.class);
            assertThat(now.relayNext()).isEqualTo(10);
        }
    }

    @Test
    void refusesAnOlderDatabaseThanTheLog() {
        relayAll();
        jdbc.sql("delete from passerelle.journal where seq > 5").update();

        assertThatThrownBy(this::relayAll)
                .isInstanceOf(OutsideFault.class)
                .hasMessageContaining("Kafka est en avance sur la base")
                .hasMessageContaining("rebuild-topics");
    }

    @Test
    void refusesAnOlderDatabaseThatHasGrownAgainOverTheSameRanks() {
        relayAll();
        jdbc.sql("update passerelle.journal set event_id = gen_random_uuid() where seq > 5")
                .update();

        assertThatThrownBy(this::relayAll)
                .isInstanceOf(OutsideFault.class)
                .hasMessageContaining("Kafka a un autre journal que la base")
                .hasMessageContaining("rebuild-topics");
    }

    @Test
    void givesEachRecordTheHeadersOfACloudEvent() {
        relayAll();

        assertThat(headers("ce_id")).containsExactlyInAnyOrderElementsOf(journal("event_id::text"));
        assertThat(headers("ce_specversion")).containsOnly("1.0");
        assertThat(headers("ce_source")).containsOnly(servers.namespace());
        assertThat(headers("ce_type")).allMatch(type -> type.startsWith("fr.passerelle."));
        assertThat(headers("ce_subject")).containsExactlyInAnyOrderElementsOf(journal("subject"));
    }

    private List<String> journal(String column) {
        return jdbc.sql("select " + column + " from passerelle.journal")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static void die() {
        throw new IllegalStateException("killed here");
    }

    /** @param rows of a transaction at most */
    private LogSettings settings(int rows) {
        return new LogSettings(
                servers.endpoints().administrator(),
                servers.namespace(),
                TestServers.PARTITIONS,
                (short) 1,
                rows,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10));
    }

    private void relayAll() {
        relayAll(settings);
    }

    private void relayAll(LogSettings how) {
        try (Relay relay = Relay.open(how, new WholeJournal(jdbc), schemas, NOTHING)) {
            while (relay.relayNext() > 0) {
                assertThat(relay.pending()).isNotNegative();
            }
        }
    }

    private List<Long> seqs() {
        return headers("seq").stream().map(Long::valueOf).toList();
    }

    private List<String> headers(String name) {
        List<String> headers = new ArrayList<>();
        CommittedReader.each(
                settings,
                record -> headers.add(CommittedReader.text(record.headers().lastHeader(name))),
                servers.topics().transitions());
        return headers;
    }

    private static List<Long> allSeqs() {
        return LongStream.rangeClosed(1, ROWS).boxed().toList();
    }
}
