package fr.passerelle.batch.journal;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from a place to its present end, committed records only, in no group. */
public final class CommittedReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** Connects when first asked. */
    public CommittedReader(LogSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(settings.patience().toMillis()));
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** From the beginning, until the end or until the reader has had enough (answers false). */
    public void fromTheBeginning(String topic, Predicate<ConsumerRecord<byte[], byte[]>> reader) {
        Collection<TopicPartition> partitions = assign(topic);
        consumer.seekToBeginning(partitions);
        read(partitions, reader);
    }

    /** From the first record that is not before an instant, in milliseconds of the epoch, until the end. */
    void since(String topic, long instant, Predicate<ConsumerRecord<byte[], byte[]>> reader) {
        Collection<TopicPartition> partitions = assign(topic);
        consumer.seekToEnd(partitions);
        Map<TopicPartition, Long> instants = new HashMap<>();
        partitions.forEach(partition -> instants.put(partition, instant));
        consumer.offsetsForTimes(instants).forEach(this::seek);
        read(partitions, reader);
    }

    private void seek(TopicPartition partition, @org.jspecify.annotations.Nullable OffsetAndTimestamp place) {
        if (place != null) {
            consumer.seek(partition, place.offset());
        }
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
