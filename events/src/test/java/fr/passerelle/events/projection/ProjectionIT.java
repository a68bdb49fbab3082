package fr.passerelle.events.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.events.stream.Facts;
import fr.passerelle.local.fixture.ResultFixtures;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.program.Broker;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.ResultRefusal;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.event.Completeness;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanProposed;
import fr.passerelle.schemas.event.PlanWithdrawn;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.event.RunScored;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WithServers
class ProjectionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestServers servers;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RecordCodec codec;

    ProjectionIT(TestServers servers) {
        this.servers = servers;
        var source = servers.dataSource();
        jdbc = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        codec = Facts.codec(servers.topics());
    }

    @Test
    void writesAResultOnceThoughItComesAgain() {
        closed(11, "once");
        ReadModelWriter readModel = new ReadModelWriter("once", jdbc, transaction);
        var arrivals = List.of(arrival(3, Results.plan(11, "45000.10")), arrival(3, Results.scored(11)));

        readModel.write(arrivals);
        readModel.write(arrivals);

        assertThat(results("once", "true")).isOne();
        assertThat(count("select count(*) from passerelle.run_scored where namespace = 'once' and complete"))
                .isOne();
        assertThat(ofResult("once", "doc->>'aid_total'", String.class)).isEqualTo("45000.10");
        assertThat(ofResult("once", "payload", byte[].class)).isEqualTo(new Records().encode(Results.bare("45000.10")));
        assertThat(ofResult("once", "schema_fingerprint", Long.class))
                .isEqualTo(new Records().fingerprint(Results.plan(11, "45000.10")));
    }

    @Test
    void refusesWhatComesOfARunOnceItsPartitionHasSaidAll() {
        closed(21, "answered");
        ReadModelWriter readModel = new ReadModelWriter("answered", jdbc, transaction);
        readModel.write(List.of(arrival(3, Results.plan(21, "45000.10")), arrival(3, Results.scored(21))));

        var refused = readModel.write(
                List.of(arrival(3, Results.plan(21, "45000.10")), arrival(3, Results.plan(21, "777777.77"))));

        assertThat(refused).contains(new ReadModelWriter.FirstRefusal(1, ResultRefusal.RUN_ANSWERED));
        assertThat(ofResult("answered", "doc->>'aid_total'", String.class)).isEqualTo("45000.10");
    }

    @Test
    void takesWhatIsAwaitedAgainOnceTheTopicsWereMadeAnew() {
        closed(31, "again");
        ReadModelWriter readModel = new ReadModelWriter("again", jdbc, transaction);
        readModel.write(List.of(arrival(3, Results.plan(31, "1.00")), arrival(3, Results.scored(31))));
        jdbc.update("update passerelle.result set awaited = true where namespace = 'again'");

        var refused = readModel.write(List.of(arrival(3, Results.scored(31)), arrival(3, Results.plan(31, "2.00"))));

        assertThat(refused).isEmpty();
        assertThat(results("again", "not awaited and doc->>'aid_total' = '2.00'"))
                .isOne();
    }

    @Test
    void refusesWhatComesOfARunThatNobodyClosed() {
        ReadModelWriter readModel = new ReadModelWriter("unknown", jdbc, transaction);

        assertThat(readModel.write(List.of(arrival(3, Results.plan(99, "777777.77")))))
                .contains(new ReadModelWriter.FirstRefusal(0, ResultRefusal.RUN_NOT_CLOSED));
        assertThat(readModel.write(List.of(arrival(3, Results.scored(99)))))
                .contains(new ReadModelWriter.FirstRefusal(0, ResultRefusal.RUN_NOT_CLOSED));
        assertThat(results("unknown", "true")).isZero();
    }

    @Test
    void keepsTheWithdrawalOfOnePartitionBesideTheProposalOfAnother() {
        closed(12, "moved");
        ReadModelWriter readModel = new ReadModelWriter("moved", jdbc, transaction);

        readModel.write(List.of(arrival(5, Results.plan(12, "1.00")), arrival(3, Results.withdrawn(12))));

        assertThat(results("moved", "true")).isEqualTo(2);
        assertThat(results("moved", "withdrawn")).isOne();
    }

    @Test
    void carriesWhatTheTopicsHoldAndPutsTheUndecodableAside() {
        servers.createTopics();
        closed(1, servers.namespace());
        closed(2, servers.namespace());
        var container = new Projection(servers.topics(), servers.endpoints().administrator())
                .container(codec, jdbc, transaction);
        send(servers.topics().plans(), Results.plan(1, "45000.10"));
        produce(servers.topics().plans(), new byte[] {7});
        send(servers.topics().plans(), Results.withdrawn(2));
        send(servers.topics().answers(), Results.scored(1));
        send(servers.topics().plans(), Results.plan(7, "777777.77"));
        send(servers.topics().plans(), Results.scored(2));

        container.start();
        awaitRows("result", servers, 2);
        awaitRows("run_scored", servers, 1);
        send(servers.topics().plans(), Results.plan(1, "777777.77"));
        List<@Nullable ResultRefusal> letters = deadLetters(4);
        container.stop();

        assertThat(letters)
                .containsExactlyInAnyOrder(
                        null, ResultRefusal.RUN_NOT_CLOSED, ResultRefusal.OTHER_KIND, ResultRefusal.RUN_ANSWERED);
        assertThat(count("select count(*) from passerelle.result where doc->>'aid_total' = '777777.77'"))
                .isZero();
        assertThat(results(
                        servers.namespace(),
                        "withdrawn and payload is null and schema_fingerprint is null and doc is null and run_no = 2"))
                .isOne();
    }

    @Test
    @Tag("I10")
    void waitsForADatabaseThatIsDownAndLosesNothing() {
        TestServers own = TestServers.fresh("down");
        own.createTopics();
        closed(41, own.namespace());
        RecordCodec ownCodec = Facts.codec(own.topics());
        jdbc.execute("alter table passerelle.result rename to result_away");
        var container =
                new Projection(own.topics(), own.endpoints().administrator()).container(ownCodec, jdbc, transaction);
        produce(own.topics().plans(), ownCodec.write(own.topics().plans(), Results.plan(41, "1.00")));

        container.start();
        assertThat(container.isRunning()).isTrue();
        jdbc.execute("alter table passerelle.result_away rename to result");

        awaitRows("result", own, 1);
        container.stop();
    }

    private static ReadModelWriter.Arrival arrival(int partition, SpecificRecord record) {
        return new ReadModelWriter.Arrival(partition, record);
    }

    /** A run whose end is on the log. */
    private void closed(long no, String namespace) {
        jdbc.update("""
            insert into passerelle.run (run_no, run_id, namespace, kind, state, identity, bareme_id, bareme_hash,
                                        bareme_text, parameters, counts)
            values (?, ?, ?, 'NIGHTLY', 'PUBLISHED', '', '', '', '', '{}', '{}')\
            """, no, "N-%06d".formatted(no), namespace);
    }

    /** What is said of so many dead letters, once they are there. */
    private List<@Nullable ResultRefusal> deadLetters(int many) {
        List<@Nullable ResultRefusal> letters = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                servers.endpoints().administrator().with(Map.of()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var topic = servers.topics().deadLetters().name();
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (letters.size() < many) {
                assertThat(System.nanoTime()).as("dead letters: %s", letters).isLessThan(end);
                consumer.poll(Duration.ofMillis(200))
                        .forEach(letter -> letters.add(refusal(letter.headers().lastHeader(ResultRefusal.HEADER))));
            }
        }
        return letters;
    }

    private static @Nullable ResultRefusal refusal(@Nullable Header header) {
        return ResultRefusal.of(header == null ? null : header.value()).orElse(null);
    }

    private void send(Topic topic, SpecificRecord record) {
        produce(
                topic,
                codec.write(
                        servers.topics().typed().stream()
                                .filter(each -> each.records().contains(record.getSchema()))
                                .findFirst()
                                .orElse(topic),
                        record));
    }

    private void produce(Topic topic, byte[] value) {
        new Broker(servers.endpoints().administrator())
                .write(new ProducerRecord<>(topic.name(), 3, "k".getBytes(UTF_8), value));
    }

    private void awaitRows(String table, TestServers of, int rows) {
        String query = "select count(*) from passerelle." + table + " where namespace = '" + of.namespace() + "'";
        assertThat(Poll.until(PATIENCE, () -> count(query) >= rows)).as(query).isTrue();
    }

    private int results(String namespace, String condition) {
        return count("select count(*) from passerelle.result where namespace = '" + namespace + "' and " + condition);
    }

    private <T> @Nullable T ofResult(String namespace, String value, Class<T> type) {
        return jdbc.queryForObject(
                "select " + value + " from passerelle.result where namespace = '" + namespace + "'", type);
    }

    private int count(String query) {
        Integer count = jdbc.queryForObject(query, Integer.class);
        return count == null ? 0 : count;
    }

    /** What the topology emits. */
    static final class Results {

        static final String EPCI = "200000001";

        private Results() {}

        static PlanProposed plan(long run, String aid) {
            return new PlanProposed(run(run), bare(aid));
        }

        static Plan bare(String aid) {
            Plan plan = ResultFixtures.planOfEtape(EPCI, "S-1");
            plan.setName("Communauté d'Été");
            plan.setAidTotal(new BigDecimal(aid));
            return plan;
        }

        static PlanWithdrawn withdrawn(long run) {
            return new PlanWithdrawn(run(run), EPCI);
        }

        static RunScored scored(long run) {
            return RunScored.newBuilder()
                    .setRun(run(run))
                    .setPartition(3)
                    .setCompleteness(Completeness.COMPLETE)
                    .setRecordsExpected(5)
                    .setRecordsSeen(5)
                    .setRooms(0)
                    .setScoresEmitted(0)
                    .setConversionsEmitted(0)
                    .setPlansEmitted(1)
                    .setConversionsCurrent(0)
                    .setPlansCurrent(1)
                    .setPartialHash("a".repeat(64))
                    .build();
        }

        private static RunRef run(long number) {
            return new RunRef(number, "N-%06d".formatted(number), "b".repeat(64));
        }
    }
}
