package fr.passerelle.console.stream;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** A topic as a consumer sees it. */
final class SmallLog {

    static final String TOPIC = "essai.runs";

    private SmallLog() {}

    /** Partitions with so many records each, all of them before now. */
    static MockConsumer<byte[], byte[]> endingAt(long... ends) {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("latest");
        List<Integer> partitions = IntStream.range(0, ends.length).boxed().toList();
        consumer.updatePartitions(
                TOPIC,
                partitions.stream()
                        .map(i -> new PartitionInfo(TOPIC, i, Node.noNode(), new Node[0], new Node[0]))
                        .toList());
        consumer.updateBeginningOffsets(partitions.stream().collect(Collectors.toMap(SmallLog::partition, i -> 0L)));
        consumer.updateEndOffsets(partitions.stream().collect(Collectors.toMap(SmallLog::partition, i -> ends[i])));
        return consumer;
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(TOPIC, number);
    }
}
