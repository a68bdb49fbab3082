package fr.passerelle.console.stream;

import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads partitions by assignment, committed records alone, in no group: nothing of it stays on the broker. For one thread. */
final class Reader implements AutoCloseable {

    private static final String PATIENCE = "5000";

    private final Consumer<byte[], byte[]> consumer;
    private final Topics topics;
    private final Map<TopicPartition, SourcePartition> places = new HashMap<>();

    /**
     * Connects when it is first asked something.
     *
     * @param wait how long the broker may keep a question open where it has nothing new: the others are answered after it
     * @throws LogUnreachable where nobody said where Kafka is
     */
    Reader(KafkaAccess kafka, Topics topics, Duration wait) {
        this(connected(kafka, wait), topics);
    }

    /** Through a consumer that nobody else uses; it is closed with the reader. */
    Reader(Consumer<byte[], byte[]> consumer, Topics topics) {
        this.consumer = consumer;
        this.topics = topics;
    }

    private static Consumer<byte[], byte[]> connected(KafkaAccess kafka, Duration wait) {
        if (kafka.bootstrap().isBlank()) {
            throw new LogUnreachable("No broker is configured");
        }
        Map<String, Object> settings = kafka.with(Map.of());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "passerelle-console-flux");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Long.toString(wait.toMillis()));
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "500");
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Integer.toString(4 << 20));
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Integer.toString(1 << 20));
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Partitions of a topic, from 1. */
    int partitions(Source source) {
        return asked(() -> consumer.partitionsFor(source.in(topics).name()).size());
    }

    /** From now on, these partitions, each from where its position says. */
    void goTo(SortedMap<SourcePartition, Long> next) {
        assign(next.keySet());
        next.forEach((place, offset) -> consumer.seek(partition(place), offset));
    }

    /** From now on, these partitions, each at most so many offsets before its end; answers the ends. */
    SortedMap<SourcePartition, Long> goBeforeEnd(Collection<SourcePartition> some, long many) {
        assign(some);
        List<TopicPartition> partitions = List.copyOf(places.keySet());
        Map<TopicPartition, Long> begins = asked(() -> consumer.beginningOffsets(partitions));
        Map<TopicPartition, Long> ends = asked(() -> consumer.endOffsets(partitions));
        ends.forEach(
                (partition, end) -> consumer.seek(partition, Math.max(begins.getOrDefault(partition, 0L), end - many)));
        return ends.entrySet().stream()
                .collect(Collectors.toMap(end -> placed(end.getKey()), Map.Entry::getValue, (a, b) -> b, TreeMap::new));
    }

    /** Waits at most so long for records; answers how many came. */
    int poll(Duration patience, BiConsumer<SourcePartition, ConsumerRecord<byte[], byte[]>> each) {
        var found = asked(() -> consumer.poll(patience));
        found.forEach(record -> each.accept(placed(new TopicPartition(record.topic(), record.partition())), record));
        return found.count();
    }

    /** Where it is: the offsets of the next records. */
    TopicPositions positions() {
        return new TopicPositions(places.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getValue,
                        one -> asked(() -> consumer.position(one.getKey())),
                        (a, b) -> b,
                        TreeMap::new)));
    }

    /** Until it serves again it reads nothing, and holds nothing of what it read. */
    void rest() {
        places.clear();
        consumer.unsubscribe();
    }

    private SourcePartition placed(TopicPartition partition) {
        return java.util.Objects.requireNonNull(places.get(partition));
    }

    private void assign(Collection<SourcePartition> some) {
        places.clear();
        some.forEach(place -> places.put(partition(place), place));
        consumer.assign(places.keySet());
    }

    private TopicPartition partition(SourcePartition place) {
        return new TopicPartition(place.source().in(topics).name(), place.partition());
    }

    private static <T> T asked(java.util.function.Supplier<T> question) {
        try {
            return question.get();
        } catch (KafkaException away) {
            throw new LogUnreachable(away);
        }
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
