package fr.passerelle.events.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.event.RunScored;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** One partition of a log under Kafka's test driver: what it is told, and what it answers. */
final class DrivenLog implements AutoCloseable {

    static final Topics TOPICS = new Topics("essai");

    private final RecordCodec codec = Facts.codec(TOPICS);
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> transitions;
    private long seq;
    private long data;

    DrivenLog(Path stateDir) {
        StreamSettings settings = new StreamSettings(
                stateDir, 1, 0, Duration.ofSeconds(120), Duration.ofSeconds(6), Duration.ofSeconds(1));
        Properties properties = settings.properties(TOPICS, KafkaAccess.at("nowhere:1", Map.of()), settings.stateDir());
        // The driver commits after each record, which costs a transaction each: exactly once is proved on real servers.
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        driver = new TopologyTestDriver(new EventsTopology(TOPICS, codec, "").build(), properties);
        transitions = driver.createInputTopic(
                TOPICS.transitions().name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Data records, in order. */
    DrivenLog says(SpecificRecord... records) {
        for (SpecificRecord record : records) {
            control(record);
            data++;
        }
        return this;
    }

    /** A record that is not counted as data. */
    DrivenLog control(SpecificRecord record) {
        return arrives(++seq, record);
    }

    /** A record under a number of one's choice. */
    DrivenLog arrives(long number, SpecificRecord record) {
        raw("clé".getBytes(UTF_8), codec.write(TOPICS.transitions(), record), "" + number);
        return this;
    }

    /** Bytes of one's choice; without the header where the number is null. */
    void raw(byte @Nullable [] key, byte @Nullable [] value, @Nullable String number) {
        RecordHeaders headers = new RecordHeaders();
        if (number != null) {
            headers.add("seq", number.getBytes(UTF_8));
        }
        transitions.pipeInput(new TestRecord<>(key, value, headers, 1_000L));
    }

    /** A whole run over what was said, and its answer. */
    RunScored run(long number) {
        control(Facts.opened(number));
        control(Facts.closed(number, data));
        return scored();
    }

    long seq() {
        return seq;
    }

    long data() {
        return data;
    }

    List<SpecificRecord> scores() {
        return read(TOPICS.scores());
    }

    List<SpecificRecord> conversions() {
        return read(TOPICS.conversions());
    }

    List<SpecificRecord> plans() {
        return read(TOPICS.plans());
    }

    /** All of the three, as far as they are not read yet. */
    List<SpecificRecord> results() {
        return Stream.of(scores(), conversions(), plans()).flatMap(List::stream).toList();
    }

    List<SpecificRecord> runs() {
        return read(TOPICS.answers());
    }

    /** The one RunScored not read yet. */
    RunScored scored() {
        List<SpecificRecord> runs = runs();
        if (runs.size() != 1) {
            throw new AssertionError("One RunScored expected: " + runs);
        }
        return (RunScored) runs.getFirst();
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return output(TOPICS.deadLetters()).readRecordsToList();
    }

    /** The headers of what was said of a topic and is not read yet, by name, a record after the other. */
    List<Map<String, String>> headers(Topic topic) {
        List<Map<String, String>> all = new ArrayList<>();
        output(topic).readRecordsToList().forEach(record -> {
            Map<String, String> headers = new TreeMap<>();
            record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
            all.add(headers);
        });
        return all;
    }

    private List<SpecificRecord> read(Topic topic) {
        List<SpecificRecord> records = new ArrayList<>();
        output(topic).readRecordsToList().forEach(record -> records.add(codec.read(record.value())));
        return records;
    }

    private TestOutputTopic<byte[], byte[]> output(Topic topic) {
        return driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        driver.close();
    }
}
