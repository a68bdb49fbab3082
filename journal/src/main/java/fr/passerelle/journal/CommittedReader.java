package fr.passerelle.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.schemas.contract.Topics.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads a topic from a place to its present end, committed records only, in no group. */
public final class CommittedReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long FIRST_STEP_BACK = 1_000;
    private static final int FURTHER = 8;

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** Connects when first asked. */
    CommittedReader(LogSettings settings) {
        this.consumer = consumer(settings);
    }

    /** What reads committed records, in no group, from wherever it is told. */
    public static KafkaConsumer<byte[], byte[]> consumer(LogSettings settings) {
        Map<String, Object> properties = settings.kafka().with(Map.of());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(settings.longPatience().toMillis()));
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** What a header says; empty where there is none. */
    public static String text(@Nullable Header header) {
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    /** Reads topics, one after the other, each from its beginning to its present end. */
    public static void each(LogSettings settings, Consumer<ConsumerRecord<byte[], byte[]>> reader, Topic... topics) {
        try (CommittedReader committed = new CommittedReader(settings)) {
            for (Topic topic : topics) {
                committed.fromTheBeginning(topic.name(), record -> {
                    reader.accept(record);
                    return true;
                });
            }
        }
    }

    /** From the beginning, until the end or until the reader has had enough (answers false). */
    void fromTheBeginning(String topic, Predicate<ConsumerRecord<byte[], byte[]>> reader) {
        Collection<TopicPartition> partitions = assign(topic);
        consumer.seekToBeginning(partitions);
        read(partitions, reader);
    }

    /**
     * From a place in each partition that stands among earlier records, or from its beginning, until the end. The place is looked for from
     * the end, further back each time: what is read grows with what is wanted, not with the history before it.
     *
     * @param earlier whether a record stands before all those that are wanted
     */
    void recent(
            String topic,
            Predicate<ConsumerRecord<byte[], byte[]>> earlier,
            Predicate<ConsumerRecord<byte[], byte[]>> reader) {
        Map<TopicPartition, Long> places = new HashMap<>();
        assign(topic).forEach(partition -> places.put(partition, place(partition, earlier)));
        consumer.assign(places.keySet());
        places.forEach(consumer::seek);
        read(places.keySet(), reader);
    }

    private long place(TopicPartition partition, Predicate<ConsumerRecord<byte[], byte[]>> earlier) {
        List<TopicPartition> alone = List.of(partition);
        consumer.assign(alone);
        long first = consumer.beginningOffsets(alone).getOrDefault(partition, 0L);
        long end = consumer.endOffsets(alone).getOrDefault(partition, 0L);
        long back = FIRST_STEP_BACK;
        while (end - back > first && !isEarlier(partition, end - back, end, earlier)) {
            back *= FURTHER;
        }
        return Math.max(first, end - back);
    }

    /** Whether the first record at a place or behind it is; not so where only marks of transactions are left. */
    private boolean isEarlier(
            TopicPartition partition, long place, long end, Predicate<ConsumerRecord<byte[], byte[]>> earlier) {
        consumer.seek(partition, place);
        while (consumer.position(partition) < end) {
            Iterator<ConsumerRecord<byte[], byte[]>> found = consumer.poll(POLL).iterator();
            if (found.hasNext()) {
                return earlier.test(found.next());
            }
        }
        return false;
    }

    private Collection<TopicPartition> assign(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        return partitions;
    }

    private void read(Collection<TopicPartition> partitions, Predicate<ConsumerRecord<byte[], byte[]>> reader) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (!reader.test(record)) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
