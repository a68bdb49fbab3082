package fr.passerelle.console.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.console.operation.OperationRunners;
import fr.passerelle.console.page.Templates;
import fr.passerelle.console.stream.Streams.Entry;
import fr.passerelle.console.stream.Streams.Reader;
import fr.passerelle.console.stream.Streams.Seen;
import fr.passerelle.schemas.fault.OutsideFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On a log of two partitions where nothing comes. */
class StreamsTest {

    private static final String TOPIC = "essai.runs";

    private final MockConsumer<byte[], byte[]> consumer = endingAt(9, 4);
    private final Reader reader = new Reader(consumer, List.of(TOPIC));

    @Test
    void goesOnWhereSomebodyWasAndBelievesNobodyBeyondTheEnd() {
        reader.goAfter("7,2");

        assertThat(reader.position()).isEqualTo("7,2");

        reader.goAfter("7,99");

        assertThat(reader.position()).isEqualTo("7,4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "7,", "7,2,1", "-7,2", "t0:7,2", "7,99999999999999999999", "7,2;drop"})
    void startsNowWhereAPlaceIsNoneOfOurs(String foreign) {
        reader.goAfter(foreign);

        assertThat(reader.position()).isEqualTo("9,4");
    }

    @Test
    void goesNoFurtherBackThanTheBeginning() {
        var ends = reader.goBeforeEnd(5);

        assertThat(reader.position()).isEqualTo("4,0");
        assertThat(reader.isPast(ends)).isFalse();
    }

    @Test
    void saysThatNobodySaidWhereKafkaIs() {
        assertThatThrownBy(() -> streams().look()).isInstanceOf(OutsideFault.class);
    }

    @Test
    void showsARecordThatNobodyCanRead() {
        byte[] key = "room:R1".getBytes(StandardCharsets.UTF_8);

        var entry = streams().entry(new ConsumerRecord<>(TOPIC, 0, 7, key, new byte[1]));

        assertThat(entry.type()).isNull();
        assertThat(entry.value()).isNull();
        assertThat(entry.subject()).isEqualTo("room:R1");
        assertThat(entry.offset()).isEqualTo(7);
    }

    private static Streams streams() {
        return new Streams(mock(JdbcClient.class, RETURNS_DEEP_STUBS), OperationRunners.settings(List.of(), ""));
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Streams source = mock(Streams.class);
    private final Followers followers = new Followers(source);

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

    @Test
    void leavesPlacesToOthers() {
        for (int i = 0; i < Followers.FOR_AN_ACCOUNT; i++) {
            assertThat(followers.enter("c-1")).isTrue();
        }

        assertThat(followers.enter("c-1")).isFalse();
        assertThat(followers.enter("c-2")).isTrue();
        followers.leave("c-1");
        assertThat(followers.enter("c-1")).isTrue();
    }

    @Test
    void hasNoMoreThanItCanServe() {
        for (int i = 0; i < Followers.MOST; i++) {
            assertThat(followers.enter("c-" + i)).isTrue();
        }

        assertThat(followers.enter("c-99")).isFalse();
        followers.leave("c-0");
        assertThat(followers.enter("c-99")).isTrue();
    }

    private void follow(BooleanSupplier may, PrintWriter out) {
        when(source.reader(Streams.FOLLOWING)).thenReturn(new Reader(consumer, List.of(TOPIC)));

        assertTimeoutPreemptively(PATIENCE, () -> followers.follow("", may, out));
    }

    @Test
    void showsWhereEachRecordIsAndWhatItHolds() throws Exception {
        String page = shown(new Seen(
                List.of(entry(12, "RoomInventoried", "{\"name\":\"<b>Salle</b>\"}"), entry(11, null, null)), "13,4"));

        assertThat(page)
                .contains(
                        "data-depuis=\"13,4\"", "data-url=\"/flux/suivre\"", "data-id=\"passerelle.transitions-3-12\"")
                .contains("RoomInventoried", "room:R1", "&lt;b&gt;Salle&lt;/b&gt;")
                .contains("illisible", "dead-letters");
    }

    @Test
    void saysThatKafkaDoesNotAnswer() throws Exception {
        assertThat(shown(null)).contains("Kafka ne répond pas").doesNotContain("<table", "flux.js");
    }

    private static Entry entry(long offset, @Nullable String type, @Nullable String value) {
        return new Entry("passerelle.transitions", 3, offset, "31/10/2017 12:00:00", type, "room:R1", value);
    }

    private static String shown(@Nullable Seen seen) throws Exception {
        Map<String, Object> model = new HashMap<>(Map.of("section", "flux", "reconstitution", false));
        if (seen != null) {
            model.put("page", seen);
        }
        return Templates.show("stream/flux", "LECTEUR", model);
    }

    /** Partitions with so many records each, all of them before now. */
    private static MockConsumer<byte[], byte[]> endingAt(long... ends) {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("latest");
        List<Integer> partitions = IntStream.range(0, ends.length).boxed().toList();
        consumer.updatePartitions(
                TOPIC,
                partitions.stream()
                        .map(i -> new PartitionInfo(TOPIC, i, Node.noNode(), new Node[0], new Node[0]))
                        .toList());
        consumer.updateBeginningOffsets(partitions.stream().collect(Collectors.toMap(StreamsTest::partition, i -> 0L)));
        consumer.updateEndOffsets(partitions.stream().collect(Collectors.toMap(StreamsTest::partition, i -> ends[i])));
        return consumer;
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(TOPIC, number);
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
