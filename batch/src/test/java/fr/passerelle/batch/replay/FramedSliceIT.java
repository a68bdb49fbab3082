package fr.passerelle.batch.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.batch.server.TopicCatalogue;
import fr.passerelle.journal.Brokers;
import fr.passerelle.journal.CommittedReader;
import fr.passerelle.journal.FramedSlice;
import fr.passerelle.journal.FramedSlice.JournalSlice;
import fr.passerelle.journal.FramedSlice.ReplayFrame;
import fr.passerelle.journal.Journal;
import fr.passerelle.journal.Journal.JournalEntry;
import fr.passerelle.journal.LogAgreement.LogProof;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.Relay;
import fr.passerelle.journal.SchemaRegistration;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.schemas.event.SiteWithdrawn;
import fr.passerelle.schemas.fault.OutsideFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A slice of the journal as a log of its own, against a real broker. */
class FramedSliceIT {

    private static final String HERE = "200000001";
    private static final String THERE = "200000002";
    private static final int ROWS = 40;
    private static final Runnable NOTHING = () -> {};

    private final TestServers servers = TestServers.fresh("slice");
    private final Topics shadow = servers.topics().replay("R-000007");
    private final DataSource dataSource = servers.dataSource();
    private final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final SchemaRegistration schemas =
            new SchemaRegistration(jdbc, new RegistryClient(servers.endpoints().registryUrl()), servers.topics());
    private final LogSettings settings = settings(6);

    @AutoClose
    private final Brokers brokers = new Brokers(settings.kafka(), settings.patience());

    @BeforeEach
    void fillTheJournal() {
        new TopicCatalogue(brokers, settings).create();
        schemas.register();
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(JournalEntry.run("N-000001", 0, new RunAbandoned(1L, "N-000001", 0, "essai")));
        for (int i = 1; i < ROWS; i++) {
            String epci = i % 2 == 0 ? HERE : THERE;
            entries.add(JournalEntry.place("site", "S" + i, epci, new SiteWithdrawn("S" + i, epci)));
        }
        append(entries);
    }

    private LogSettings settings(int transactionRows) {
        return new LogSettings(
                        servers.endpoints().administrator(),
                        servers.namespace(),
                        TestServers.PARTITIONS,
                        (short) 1,
                        transactionRows,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10))
                .in(shadow.namespace());
    }

    private void append(List<JournalEntry> entries) {
        new TransactionTemplate(new DataSourceTransactionManager(dataSource))
                .executeWithoutResult(
                        status -> new Journal(dataSource, new Partitions(TestServers.PARTITIONS), new Records())
                                .append(1, entries));
    }

    @Test
    void carriesTheRowsOfTheScopeUnderTheirSeqBetweenAnOpeningAndAClosing() {
        relay(slice(30, List.of(HERE)));

        assertThat(types()).startsWith("RunOpened").endsWith("RunClosed");
        assertThat(count("RunOpened")).isEqualTo(TestServers.PARTITIONS);
        assertThat(count("RunClosed")).isEqualTo(TestServers.PARTITIONS);
        assertThat(seqs("SiteWithdrawn"))
                .containsExactly(3L, 5L, 7L, 9L, 11L, 13L, 15L, 17L, 19L, 21L, 23L, 25L, 27L, 29L);
        assertThat(seqs("RunClosed")).containsOnly(31L);
    }

    @Test
    void closesAfterItsLastRowThoughAPageOfLargeOnesIsShort() {
        String large = "x".repeat(800_000);
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            entries.add(JournalEntry.place("site", "L" + i, HERE, new SiteWithdrawn("L" + i + large, HERE)));
        }
        append(entries);

        FramedSlice slice = slice(ROWS + 24, List.of());
        relay(slice, settings(1_000));

        LogProof proof = new LogProof(jdbc, settings);
        assertThat(proof.topic(shadow.namespace())).isEqualTo(proof.expected(slice));
        assertThat(seqs("SiteWithdrawn")).hasSize(ROWS + 23);
    }

    @Test
    void takesUpFromItsPositionThoughStoppedInsideATransaction() {
        FramedSlice region = slice(ROWS, List.of());
        try (Relay dying = Relay.open(settings, region, schemas, dieAt(3))) {
            dying.relayNext();
            dying.relayNext();
            assertThatThrownBy(dying::relayNext).isInstanceOf(IllegalStateException.class);
        }

        relay(region);
        relay(region);

        LogProof proof = new LogProof(jdbc, settings);
        assertThat(proof.topic(shadow.namespace())).isEqualTo(proof.expected(region));
        assertThat(seqs("SiteWithdrawn")).hasSize(ROWS - 1).doesNotHaveDuplicates();
    }

    @Test
    void measuresTheSameUntilARecordMovesAndRefusesOneThatWasAltered() {
        JournalSlice slice = new JournalSlice(jdbc, ROWS, List.of());
        JournalSlice.Extent before = slice.measure();

        assertThat(slice.measure()).isEqualTo(before);
        assertThat(before.records().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(ROWS - 1);

        jdbc.sql("delete from passerelle.journal where seq = 12").update();
        assertThat(slice.measure()).isNotEqualTo(before);
        jdbc.sql("update passerelle.journal set payload = payload || '\\x00'::bytea where seq = 13")
                .update();
        assertThatThrownBy(slice::measure).isInstanceOf(OutsideFault.class).hasMessageContaining("rang 13");
    }

    @Test
    void leavesNothingOfAReplayOnceRemovedThoughRemovedTwice() {
        relay(slice(ROWS, List.of()));
        TopicCatalogue left = new TopicCatalogue(brokers, settings).in(shadow.namespace());

        left.remove();
        left.remove();

        assertThat(left.reader()).isEmpty();
        assertThat(brokers.answer(brokers.admin().listTopics().names()))
                .noneMatch(topic -> topic.startsWith(shadow.namespace()));
        assertThatThrownBy(left.in(servers.namespace())::remove).isInstanceOf(IllegalArgumentException.class);
    }

    private FramedSlice slice(long head, List<String> epcis) {
        JournalSlice slice = new JournalSlice(jdbc, head, epcis);
        Map<Integer, Long> records = slice.measure().records();
        return new FramedSlice(
                slice,
                new ReplayFrame(
                        7, "R-000007", "2017-05", Baremes.load(Baremes.DEFAULT), records, TestServers.PARTITIONS));
    }

    private void relay(FramedSlice slice) {
        relay(slice, settings);
    }

    private void relay(FramedSlice slice, LogSettings how) {
        try (Relay relay = Relay.open(how, slice, schemas, NOTHING)) {
            long pending = relay.pending();
            while (relay.relayNext() > 0) {
                assertThat(relay.pending()).isLessThan(pending);
                pending = relay.pending();
            }
            assertThat(pending).isZero();
        }
    }

    private static Runnable dieAt(int transaction) {
        int[] count = {0};
        return () -> {
            if (++count[0] == transaction) {
                throw new IllegalStateException("killed here");
            }
        };
    }

    private long count(String type) {
        return types().stream().filter(type::equals).count();
    }

    /** Of one partition after the other. */
    private List<String> types() {
        return records().stream().map(record -> header(record, "type")).toList();
    }

    private List<Long> seqs(String type) {
        return records().stream()
                .filter(record -> header(record, "type").equals(type))
                .map(record -> Long.valueOf(header(record, "seq")))
                .sorted()
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> records() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        CommittedReader.each(settings, records::add, shadow.transitions());
        records.sort(Comparator.<ConsumerRecord<byte[], byte[]>>comparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset));
        return records;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
