package fr.passerelle.batch.check;

import fr.passerelle.journal.CommittedReader;
import fr.passerelle.journal.LogSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One partition of a topic, record by record from its beginning to where it ended when this was opened; committed records only, in no group. One thread. */
public final class TopicCursor implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final long end;
    private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();

    /** Opens it at the first record that is still there. */
    public TopicCursor(LogSettings settings, String topic, int partition) {
        this.consumer = CommittedReader.consumer(settings);
        this.partition = new TopicPartition(topic, partition);
        consumer.assign(List.of(this.partition));
        consumer.seekToBeginning(List.of(this.partition));
        this.end = Objects.requireNonNull(
                consumer.endOffsets(List.of(this.partition)).get(this.partition));
    }

    /** The next record, which stays the next; null at the end. */
    public @Nullable ConsumerRecord<byte[], byte[]> peek() {
        while (waiting.isEmpty() && consumer.position(partition) < end) {
            consumer.poll(POLL).forEach(waiting::add);
        }
        return waiting.peek();
    }

    /** The next record; null at the end. */
    public @Nullable ConsumerRecord<byte[], byte[]> next() {
        peek();
        return waiting.poll();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
