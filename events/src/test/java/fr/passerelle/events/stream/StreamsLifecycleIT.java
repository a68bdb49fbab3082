package fr.passerelle.events.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.test.TestServers;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.event.Completeness;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RunScored;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** One and three instances on a real broker, exactly once. */
class StreamsLifecycleIT {

    private static final int EPCIS = 9;
    private static final int MANY_ROOMS = 400;
    private static final int WORDS = 600;
    private static final int KAFKA_DEFAULT_MESSAGE = 1 << 20;

    @TempDir
    private Path states;

    private final TestServers servers = servers();

    @AutoClose
    private final RealLog log = new RealLog(servers);

    @Test
    @Tag("I6")
    void givesTheSameResultsByOneInstanceAndByThreeAndAfterItsStateIsWiped() throws IOException {
        SortedMap<Integer, RunScored> byOne = aRunBy(1);
        assertThat(hashes(aRunBy(3))).isEqualTo(hashes(byOne));
        assertThat(byOne.values()).allMatch(run -> run.getCompleteness() == Completeness.COMPLETE);
        assertThat(byOne.values().stream().mapToInt(RunScored::getRooms).sum()).isEqualTo(EPCIS);
    }

    @Test
    @Tag("I4")
    void emitsEachResultOnceThoughStoppedWipedAndStartedAgain() throws IOException {
        StreamsLifecycle first = started();
        facts(log);
        SortedMap<Integer, RunScored> before = log.run(1);
        first.stop();
        FileSystemUtils.deleteRecursively(states.resolve(servers.namespace() + "1"));

        StreamsLifecycle second = started();
        SortedMap<Integer, RunScored> after = log.run(2);
        second.stop();

        assertThat(before.values()).allMatch(run -> run.getCompleteness() == Completeness.COMPLETE);
        assertThat(hashes(after)).isEqualTo(hashes(before));
        assertThat(after.values())
                .allSatisfy(run -> assertThat(run.getScoresEmitted() + run.getPlansEmitted())
                        .isZero());
        assertThat(log.all(servers.topics().scores())).hasSize(EPCIS);
        assertThat(log.all(servers.topics().plans())).hasSize(EPCIS);
        assertThat(log.all(servers.topics().answers())).hasSize(2 * TestServers.PARTITIONS);
    }

    @Test
    void leavesEachResultInThePartitionOfItsFacts() {
        StreamsLifecycle streams = started();
        facts(log);
        log.run(1);
        streams.stop();

        var partitions = new Partitions(TestServers.PARTITIONS);
        assertThat(log.all(servers.topics().plans()))
                .hasSize(EPCIS)
                .allSatisfy(record ->
                        assertThat(record.partition()).isEqualTo(partitions.of(new String(record.key(), UTF_8))));
    }

    @Test
    void sendsThePlanOfAnEpciOfSoManyRoomsThatItIsMoreThanAMessage() {
        StreamsLifecycle streams = started();
        log.says(Facts.EPCI_A, Facts.epci(Facts.EPCI_A));
        IntStream.range(0, MANY_ROOMS).forEach(room -> log.says(Facts.EPCI_A, wordy("SALLE-" + room)));

        assertThat(log.run(1).values()).allMatch(run -> run.getCompleteness() == Completeness.COMPLETE);

        streams.stop();
        assertThat(log.all(servers.topics().plans()))
                .singleElement()
                .satisfies(plan -> assertThat(plan.value()).hasSizeGreaterThan(KAFKA_DEFAULT_MESSAGE));
    }

    private static RoomInventoried wordy(String room) {
        return RoomInventoried.newBuilder(Facts.room(room, Facts.EPCI_A))
                .setName("Salle ".repeat(WORDS))
                .build();
    }

    @Test
    void leavesItsGroupAtOnceWhenItStops() throws Exception {
        try (Admin admin = Admin.create(servers.endpoints().administrator().with(Map.of()))) {
            StreamsLifecycle streams = started();
            facts(log);
            log.run(1);
            var group = List.of(servers.namespace() + ".events");
            assertThat(admin.describeConsumerGroups(group).all().get().values())
                    .allSatisfy(described -> assertThat(described.members()).isNotEmpty());

            streams.stop();

            assertThat(admin.describeConsumerGroups(group).all().get().values())
                    .allSatisfy(described -> assertThat(described.members()).isEmpty());
        }
    }

    @Test
    void stopsOnAFaultAndSaysSo() throws InterruptedException {
        CountDownLatch fault = new CountDownLatch(1);
        StreamsLifecycle streams = lifecycle(servers, log, 1, fault::countDown);
        streams.start();
        var broken = Facts.opened(1);
        broken.setBaremeText("ceci n'est pas un barème");
        log.send(0, null, log.codec().write(servers.topics().transitions(), broken), "1");
        log.send(0, null, log.codec().write(servers.topics().transitions(), Facts.closed(1, 0)), "2");

        assertThat(fault.await(60, TimeUnit.SECONDS)).isTrue();

        streams.stop();
        assertThat(log.all(servers.topics().answers())).isEmpty();
    }

    private SortedMap<Integer, RunScored> aRunBy(int instances) {
        TestServers those = servers();
        try (RealLog said = new RealLog(those)) {
            List<StreamsLifecycle> running = IntStream.rangeClosed(1, instances)
                    .mapToObj(instance -> started(those, said, instance))
                    .toList();
            facts(said);
            SortedMap<Integer, RunScored> scored = said.run(1);
            running.forEach(StreamsLifecycle::stop);
            return scored;
        }
    }

    private static TestServers servers() {
        TestServers servers = TestServers.fresh("events");
        servers.createTopics();
        return servers;
    }

    private StreamsLifecycle started() {
        return started(servers, log, 1);
    }

    private StreamsLifecycle started(TestServers servers, RealLog log, int instance) {
        StreamsLifecycle streams = lifecycle(servers, log, instance, () -> {});
        streams.start();
        return streams;
    }

    private StreamsLifecycle lifecycle(TestServers servers, RealLog log, int instance, Runnable onFault) {
        Path state = states.resolve(servers.namespace() + instance);
        return RealLog.streams(servers, servers.topics(), log.codec(), state, onFault);
    }

    private static void facts(RealLog log) {
        for (int i = 0; i < EPCIS; i++) {
            String epci = "20000000" + i;
            log.says(epci, Facts.epci(epci), Facts.room("S" + i, epci));
            log.says(epci, Facts.twoYears("S" + i, epci, 10 * i));
        }
    }

    private static Map<Integer, String> hashes(SortedMap<Integer, RunScored> runs) {
        Map<Integer, String> hashes = new TreeMap<>();
        runs.forEach((partition, run) -> hashes.put(partition, run.getPartialHash()));
        return hashes;
    }

    /** A log on a real broker, written as the relay writes it, and what was answered, read as anybody reads it. */
    static final class RealLog implements AutoCloseable {

        private static final Duration PATIENCE = Duration.ofSeconds(90);

        private final TestServers servers;
        private final Topics topics;
        private final RecordCodec codec;
        private final Partitions partitions = new Partitions(TestServers.PARTITIONS);
        private final Map<Integer, Long> data = new TreeMap<>();
        private final KafkaProducer<byte[], byte[]> producer;
        private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        private long seq;

        RealLog(TestServers servers) {
            this(servers, servers.topics(), Facts.codec(servers.topics()));
        }

        /** Of other topics than the servers' own. */
        RealLog(TestServers servers, Topics topics, RecordCodec codec) {
            this.servers = servers;
            this.topics = topics;
            this.codec = codec;
            this.producer = new KafkaProducer<>(
                    servers.endpoints().administrator().with(Map.of("max.in.flight.requests.per.connection", 1)),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }

        /** What reads such a log and answers, patient for seconds only. */
        static StreamsLifecycle streams(
                TestServers servers, Topics topics, RecordCodec codec, Path state, Runnable onFault) {
            var settings = new StreamSettings(
                    state, 1, 0, Duration.ofSeconds(10), Duration.ofSeconds(6), Duration.ofMillis(200));
            return new StreamsLifecycle(topics, servers.endpoints().administrator(), settings, codec, onFault);
        }

        /** Data records of one EPCI. */
        void says(String epci, SpecificRecord... records) {
            int partition = partitions.of(epci);
            for (SpecificRecord record : records) {
                send(partition, "clé".getBytes(UTF_8), codec.write(topics.transitions(), record), "" + ++seq);
                data.merge(partition, 1L, Long::sum);
            }
        }

        /** A run over every partition, and what each answered, by partition. */
        SortedMap<Integer, RunScored> run(long number) {
            Topic transitions = topics.transitions();
            for (int partition = 0; partition < partitions.count(); partition++) {
                long total = data.getOrDefault(partition, 0L);
                send(partition, null, codec.write(transitions, Facts.opened(number)), "" + ++seq);
                send(partition, null, codec.write(transitions, Facts.closed(number, total)), "" + ++seq);
            }
            producer.flush();
            assertThat(failure.get()).as("what could not be written").isNull();
            return scored(number);
        }

        void send(int partition, byte @Nullable [] key, byte @Nullable [] value, @Nullable String number) {
            var record = new ProducerRecord<>(topics.transitions().name(), partition, key, value);
            if (number != null) {
                record.headers().add("seq", number.getBytes(UTF_8));
            }
            producer.send(record, (written, fault) -> failure.compareAndSet(null, fault));
        }

        /** Every committed record of a topic. */
        List<ConsumerRecord<byte[], byte[]>> all(Topic topic) {
            try (var consumer = fromTheBeginning(topic)) {
                Set<TopicPartition> all = consumer.assignment();
                Map<TopicPartition, Long> ends = ends(all);
                List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
                while (all.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                    consumer.poll(Duration.ofMillis(100)).forEach(read::add);
                }
                return read;
            }
        }

        /** Ends that open transactions do not hold back, so that the reader waits for them. */
        private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
            try (var consumer = consumer("read_uncommitted")) {
                return consumer.endOffsets(partitions);
            }
        }

        RecordCodec codec() {
            return codec;
        }

        private SortedMap<Integer, RunScored> scored(long number) {
            SortedMap<Integer, RunScored> answers = new TreeMap<>();
            long end = System.nanoTime() + PATIENCE.toNanos();
            try (var consumer = fromTheBeginning(topics.answers())) {
                while (answers.size() < partitions.count()) {
                    if (System.nanoTime() > end) {
                        throw new AssertionError("Only partitions " + answers.keySet() + " answered");
                    }
                    consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                        var scored = (RunScored) codec.read(record.value());
                        if (scored.getRun().getRunNo() == number) {
                            answers.put(record.partition(), scored);
                        }
                    });
                }
            }
            return answers;
        }

        private KafkaConsumer<byte[], byte[]> fromTheBeginning(Topic topic) {
            var consumer = consumer("read_committed");
            var all = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            return consumer;
        }

        private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
            return new KafkaConsumer<>(
                    servers.endpoints()
                            .administrator()
                            .with(Map.of("isolation.level", isolation, "enable.auto.commit", false)),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
        }

        @Override
        public void close() {
            producer.close();
        }
    }
}
