package fr.passerelle.events.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.test.TestServers;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.event.RunScored;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A log on a real broker, written as the relay writes it, and what was answered, read as anybody reads it. */
final class RealLog implements AutoCloseable {

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
        var settings =
                new StreamSettings(state, 1, 0, Duration.ofSeconds(10), Duration.ofSeconds(6), Duration.ofMillis(200));
        return new StreamsLifecycle(topics, servers.endpoints().administrator(), settings, codec, "", onFault);
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
