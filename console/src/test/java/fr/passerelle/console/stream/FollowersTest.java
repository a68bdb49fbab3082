package fr.passerelle.console.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.schemas.contract.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A log of one partition where nothing comes. */
class FollowersTest {

    private static final Topics TOPICS = new Topics("essai");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("latest");

    @Test
    void leavesWhenTheReaderIsGone() {
        follow(() -> true, new PrintWriter(new Gone()));

        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void leavesWhenTheAccountMayNoLonger() {
        StringWriter read = new StringWriter();

        follow(() -> false, new PrintWriter(read));

        assertThat(read.toString()).startsWith("retry: 3000").endsWith(": pouls\n\n");
        assertThat(consumer.closed()).isTrue();
    }

    private void follow(BooleanSupplier may, PrintWriter out) {
        String topic = Source.RUNS.in(TOPICS).name();
        TopicPartition partition = new TopicPartition(topic, 0);
        consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateBeginningOffsets(Map.of(partition, 0L));
        consumer.updateEndOffsets(Map.of(partition, 0L));
        Tail tail = mock(Tail.class);
        when(tail.reader()).thenReturn(new Reader(consumer, TOPICS));
        StreamFilter filter = StreamFilter.of("EXECUTIONS", "", Optional.empty());

        assertTimeoutPreemptively(
                PATIENCE,
                () -> new Followers(tail, mock(EntryWriter.class)).follow(filter, Optional.empty(), may, out));
    }

    /** A connection that the other side has closed. */
    private static final class Gone extends Writer {

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
