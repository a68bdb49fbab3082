package fr.passerelle.batch.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.local.test.TestServers;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.event.RunAbandoned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The relay against a real broker: what it wrote, and what a reader of committed records sees. */
class RelayIT {

    private static final int ROWS = 25;
    private static final Runnable NOTHING = () -> {};

    private final TestServers servers = TestServers.fresh("relay");
    private final DriverManagerDataSource dataSource = new DriverManagerDataSource(
            servers.endpoints().postgresUrl(),
            servers.endpoints().postgresUser(),
            servers.endpoints().postgresPassword());
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final SchemaRegistration schemas =
            new SchemaRegistration(jdbc, new RegistryClient(servers.endpoints().registryUrl()), servers.topics());
    private final LogSettings settings = new LogSettings(
            servers.endpoints().bootstrap(),
            servers.namespace(),
            TestServers.PARTITIONS,
            (short) 1,
            10,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10));

    @BeforeEach
    void fillTheJournal() {
        servers.createTopics();
        schemas.register();
        Journal journal = new Journal(dataSource, new Partitions(TestServers.PARTITIONS), new Records());
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            entries.add(Entry.run("N-000001", i % 3, new RunAbandoned(1L, "N-000001", i % 3, "essai " + i)));
        }
        new TransactionTemplate(new DataSourceTransactionManager(dataSource))
                .executeWithoutResult(status -> journal.append(1, entries));
    }

    @Test
    void relaysEachRowOnceInOrder() {
        relayAll();
        relayAll();

        assertThat(seqs()).containsExactlyInAnyOrderElementsOf(allSeqs());
        assertThat(new LogProof(jdbc, settings).topic(1, java.time.Instant.now()))
                .isEqualTo(new LogProof(jdbc, settings).journal(1));
    }

    @Test
    void showsNothingOfATransactionThatDiesAndTakesUpFromTheLastOne() {
        try (Relay dying = Relay.open(settings, jdbc, schemas, RelayIT::die)) {
            assertThatThrownBy(dying::relayNext).isInstanceOf(IllegalStateException.class);
        }
        assertThat(seqs()).isEmpty();

        relayAll();

        assertThat(seqs()).containsExactlyInAnyOrderElementsOf(allSeqs());
    }

    @Test
    void fencesTheRelayThatWasThereBefore() {
        try (Relay before = Relay.open(settings, jdbc, schemas, NOTHING);
                Relay now = Relay.open(settings, jdbc, schemas, NOTHING)) {
            assertThatThrownBy(before::relayNext).isInstanceOfAny(LogRefused.class, KafkaException.class);
            assertThat(now.relayNext()).isEqualTo(10);
        }
    }

    @Test
    void refusesAnOlderDatabaseThanTheLog() {
        relayAll();
        jdbc.update("delete from passerelle.journal where seq > 5");

        assertThatThrownBy(this::relayAll)
                .isInstanceOf(LogRefused.class)
                .hasMessageContaining("Kafka est en avance sur la base")
                .hasMessageContaining("rebuild-topics");
    }

    @Test
    void refusesAnOlderDatabaseThatHasGrownAgainOverTheSameRanks() {
        relayAll();
        jdbc.update("update passerelle.journal set event_id = gen_random_uuid() where seq > 5");

        assertThatThrownBy(this::relayAll)
                .isInstanceOf(LogRefused.class)
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
        return jdbc.query("select " + column + " from passerelle.journal", (row, n) -> row.getString(1));
    }

    private static void die() {
        throw new IllegalStateException("killed here");
    }

    private void relayAll() {
        try (Relay relay = Relay.open(settings, jdbc, schemas, NOTHING)) {
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
        try (CommittedReader reader = new CommittedReader(settings)) {
            reader.fromTheBeginning(servers.topics().transitions().name(), record -> {
                headers.add(
                        new String(record.headers().lastHeader(name).value(), java.nio.charset.StandardCharsets.UTF_8));
                return true;
            });
        }
        return headers;
    }

    private static List<Long> allSeqs() {
        return LongStream.rangeClosed(1, ROWS).boxed().toList();
    }
}
