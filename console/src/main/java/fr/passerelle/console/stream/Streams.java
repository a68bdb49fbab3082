package fr.passerelle.console.stream;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.RecordCodec.SchemaIds;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.contract.StudyLog;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.fault.OutsideFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The topics that may be looked at: all but the calendars, which tell where somebody is on a day. A look is bounded: records that are read
 * and kept, seconds, looks at once.
 */
@Component
class Streams {

    /** Lines that are shown, and records of each partition that are read for them. */
    private static final int SHOWN = 50;
    /** Characters: a record may hold a barème, or each room of a region. */
    private static final int LONGEST = 2_000;

    private static final int LOOKS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    /** Who looks wants what is there; who follows waits for what comes. */
    private static final Duration LOOKING = Duration.ofMillis(10);

    static final Duration FOLLOWING = Duration.ofMillis(500);
    private static final Duration POLL = Duration.ofMillis(300);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(Run.FRANCE);
    private static final Comparator<ConsumerRecord<byte[], byte[]>> OLDEST_FIRST = Comparator.comparingLong(
                    ConsumerRecord<byte[], byte[]>::timestamp)
            .thenComparingLong(ConsumerRecord::offset);

    private final JdbcClient jdbc;
    private final KafkaAccess kafka;
    private final Topics topics;
    private final SchemaIds ids;
    private final RecordCodec codec;
    private final Semaphore looks = new Semaphore(LOOKS);

    Streams(JdbcClient jdbc, ConsoleSettings settings) {
        this.jdbc = jdbc;
        this.kafka = settings.kafka();
        this.topics = new Topics(settings.namespace());
        this.ids = new SchemaIds(new RegistryClient(settings.registry()));
        this.codec = new RecordCodec(ids, new Records());
    }

    /** What somebody sees, the latest first, and where one is after them. */
    record Seen(List<Entry> entries, String after) {}

    /** A record: when it was written, in French, its key; its type and value (JSON, cut where it is long), null where nobody can read it. */
    record Entry(
            String topic,
            int partition,
            long offset,
            String at,
            @Nullable String type,
            String subject,
            @Nullable String value) {}

    /** @throws OutsideFault where Kafka does not answer, or too many look at once */
    Seen look() {
        enter();
        try (Reader reader = reader(LOOKING)) {
            Map<TopicPartition, Long> ends = reader.goBeforeEnd(SHOWN);
            PriorityQueue<ConsumerRecord<byte[], byte[]>> latest = new PriorityQueue<>(OLDEST_FIRST);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end && !reader.isPast(ends)) {
                reader.poll(POLL).forEach(latest::add);
                IntStream.range(SHOWN, latest.size()).forEach(tooMany -> latest.remove());
            }
            List<Entry> entries = latest.stream()
                    .sorted(OLDEST_FIRST.reversed())
                    .map(this::entry)
                    .toList();
            return new Seen(entries, reader.position());
        } finally {
            looks.release();
        }
    }

    private void enter() {
        try {
            if (!looks.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new OutsideFault("Too many look at once");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new OutsideFault("Interrupted while others look", stop);
        }
    }

    /**
     * A reader to close, whose broker may wait so long for something to answer with; the schemas of what it reads are those that the database
     * knows, else those that the registry has. It throws {@code OutsideFault} where nobody said where Kafka is.
     */
    Reader reader(Duration wait) {
        RowCallbackHandler learn =
                row -> ids.remember(row.getString(2), new Schema.Parser().parse(row.getString(3)), row.getInt(1));
        jdbc.sql("select id, name, schema from passerelle.registered_schema").query(learn);
        List<Topic> looked = List.of(
                topics.transitions(),
                topics.scores(),
                topics.conversions(),
                topics.plans(),
                topics.answers(),
                topics.runs(),
                StudyLog.SCENARIOS.topic(topics));
        return new Reader(connected(wait), looked.stream().map(Topic::name).toList());
    }

    private Consumer<byte[], byte[]> connected(Duration wait) {
        if (kafka.bootstrap().isBlank()) {
            throw new OutsideFault("No broker is configured");
        }
        Map<String, Object> settings = kafka.with(Map.of());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "passerelle-console-flux");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Long.toString(wait.toMillis()));
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Integer.toString(4 << 20));
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "5000");
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Entry entry(ConsumerRecord<byte[], byte[]> found) {
        Optional<SpecificRecord> read = decoded(found.value());
        return new Entry(
                found.topic(),
                found.partition(),
                found.offset(),
                MOMENT.format(Instant.ofEpochMilli(found.timestamp())),
                read.map(record -> record.getSchema().getName()).orElse(null),
                found.key() == null ? "" : new String(found.key(), StandardCharsets.UTF_8),
                read.map(RecordJson::of).map(Streams::cut).orElse(null));
    }

    private Optional<SpecificRecord> decoded(byte @Nullable [] value) {
        try {
            return value == null ? Optional.empty() : Optional.of(codec.read(value));
        } catch (UndecodableRecord | OutsideFault | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String cut(String json) {
        return json.length() <= LONGEST ? json : json.substring(0, LONGEST) + "… (" + json.length() + " caractères)";
    }

    /** Reads by assignment, committed records alone, in no group: nothing of it stays on the broker. For one thread. */
    record Reader(Consumer<byte[], byte[]> consumer, List<String> topics) implements AutoCloseable {

        /** From now on, each partition at most so many offsets before its end; answers the ends. */
        Map<TopicPartition, Long> goBeforeEnd(long many) {
            return asked(() -> {
                consumer.assign(topics.stream()
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(one -> new TopicPartition(one.topic(), one.partition()))
                        .toList());
                Map<TopicPartition, Long> begins = consumer.beginningOffsets(consumer.assignment());
                Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
                ends.forEach(
                        (place, end) -> consumer.seek(place, Math.max(begins.getOrDefault(place, 0L), end - many)));
                return ends;
            });
        }

        /** From now on what comes after a position, believed up to the end of each partition; what comes from now on where it is none of ours. */
        void goAfter(String position) {
            Map<TopicPartition, Long> ends = goBeforeEnd(0);
            List<TopicPartition> places = places().toList();
            String[] next = position.split(",", -1);
            if (next.length == places.size() && Stream.of(next).allMatch(one -> one.matches("\\d{1,18}"))) {
                IntStream.range(0, next.length)
                        .filter(i -> Long.parseLong(next[i]) < ends.getOrDefault(places.get(i), 0L))
                        .forEach(i -> consumer.seek(places.get(i), Long.parseLong(next[i])));
            }
        }

        /** The offset of the next record of each partition, in their order: the identifier of an event. */
        String position() {
            return asked(() -> places().map(place -> Long.toString(consumer.position(place)))
                    .collect(Collectors.joining(",")));
        }

        /** Whether it has read what was there before these ends. */
        boolean isPast(Map<TopicPartition, Long> ends) {
            return asked(() -> places().allMatch(place -> consumer.position(place) >= ends.getOrDefault(place, 0L)));
        }

        ConsumerRecords<byte[], byte[]> poll(Duration patience) {
            return asked(() -> consumer.poll(patience));
        }

        @Override
        public void close() {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        }

        private Stream<TopicPartition> places() {
            return consumer.assignment().stream()
                    .sorted(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));
        }

        private static <T> T asked(Supplier<T> question) {
            try {
                return question.get();
            } catch (KafkaException away) {
                throw new OutsideFault("Kafka does not answer", away);
            }
        }
    }
}
