package fr.passerelle.bench.contender;

import fr.passerelle.schemas.contract.KafkaAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All the committed records of a topic, by a bare consumer tuned for volume. */
public final class LogReader {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private LogReader() {}

    /** Hands on each record, partition by partition in order; answers the time since the reader was placed, as {@link System#nanoTime()}. */
    public static long all(KafkaAccess kafka, String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long start = System.nanoTime();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(PAUSE);
                records.forEach(each);
            }
            return start;
        }
    }

    private static Map<String, Object> settings(KafkaAccess kafka) {
        return kafka.with(Map.of(
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "max.poll.records",
                10_000,
                "max.partition.fetch.bytes",
                4 << 20));
    }
}
