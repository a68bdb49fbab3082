package fr.passerelle.journal.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.journal.CommittedReader;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.RecordCodec.SchemaIds;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.contract.ResultRefusal;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.fault.OutsideFault;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The records that nobody could read, or that nobody awaited, and what an operator does with them. */
public class DeadLetters {

    private static final String READABLE = "se lit maintenant";
    private static final String UNRANKED = "sans rang (en-tête seq)";

    private final LogSettings settings;
    private final LogSettings owning;
    private final Topics topics;
    private final JdbcClient jdbc;
    private final RecordCodec codec;

    /** @param owning the settings with the account that owns the topics: {@code events} aside, it alone may write results */
    public DeadLetters(
            LogSettings settings, LogSettings owning, JdbcClient jdbc, RegistryClient registry, Records records) {
        this.settings = settings;
        this.owning = owning;
        this.topics = new Topics(settings.namespace());
        this.jdbc = jdbc;
        this.codec = new RecordCodec(new SchemaIds(registry), records);
    }

    /** All, in the order of the topic, those that were looked at too. */
    public List<DeadLetter> all() {
        Map<DeadLetterId, DeadLetter.Outcome> outcomes = outcomes();
        return read().entrySet().stream()
                .map(entry -> letter(entry.getKey(), entry.getValue(), outcomes.get(entry.getKey())))
                .toList();
    }

    /** How many nobody has looked at. */
    public long waiting() {
        return all().stream().filter(letter -> letter.outcome() == null).count();
    }

    /**
     * Does with one, by {@link DeadLetter#id()}, what can be done: a result that can be read now is sent to its topic again, where who writes it
     * twice writes it once; what is not of our making is noted as seen. {@link OutsideFault} where there is none such, or it is a record of the
     * journal: readers pass over what comes late, so that only rebuilding the topics brings it back. {@link IllegalArgumentException} where the id
     * has another form.
     */
    public DeadLetter resubmit(String id) {
        DeadLetterId place = DeadLetterId.of(id);
        ConsumerRecord<byte[], byte[]> record = Optional.ofNullable(read().get(place))
                .orElseThrow(() -> new OutsideFault("Aucun enregistrement illisible ne porte l'identifiant " + id
                        + " : « ./passerelle dead-letters » les montre."));
        DeadLetter letter = letter(place, record, outcomes().get(place));
        if (letter.outcome() == DeadLetter.Outcome.SENT) {
            return letter;
        }
        DeadLetter.Outcome outcome = settle(letter, record);
        keep(place, letter.source(), outcome);
        return letter(place, record, outcome);
    }

    private DeadLetter.Outcome settle(DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {
        if (letter.seq() != null
                && letter.source().topic().equals(topics.transitions().name())) {
            throw new OutsideFault("L'enregistrement " + letter.id() + " est le rang " + letter.seq()
                    + " du journal : le renvoyer ne sert à rien, les lecteurs ignorent ce qui arrive en retard. Si «"
                    + " ./passerelle verify --deep » dit que le topic ne l'a plus, « ./passerelle rebuild-topics » le"
                    + " refait.");
        }
        if (!isOfResults(letter.source().topic()) || !READABLE.equals(letter.why())) {
            return DeadLetter.Outcome.FOREIGN;
        }
        send(letter.source(), record);
        return DeadLetter.Outcome.SENT;
    }

    private boolean isOfResults(String topic) {
        return topics.typed().stream().map(Topic::name).anyMatch(topic::equals)
                && !topic.equals(topics.transitions().name());
    }

    private Map<DeadLetterId, ConsumerRecord<byte[], byte[]>> read() {
        Map<DeadLetterId, ConsumerRecord<byte[], byte[]>> all = new LinkedHashMap<>();
        CommittedReader.each(
                settings,
                record -> all.put(new DeadLetterId(record.partition(), record.offset()), record),
                topics.deadLetters());
        return all;
    }

    private DeadLetter letter(
            DeadLetterId id, ConsumerRecord<byte[], byte[]> record, DeadLetter.@Nullable Outcome outcome) {
        Optional<Long> seq = SourceHeaders.decimal(record.headers(), "seq");
        Optional<String> subject = seq.flatMap(this::subject);
        DeadLetter.Source source = SourceHeaders.of(record.headers());
        boolean unranked =
                seq.isEmpty() && source.topic().equals(topics.transitions().name());
        String why = SourceHeaders.refusal(record.headers())
                .map(ResultRefusal::french)
                .orElseGet(() -> why(record.value()));
        return new DeadLetter(
                id.toString(),
                source,
                Instant.ofEpochMilli(record.timestamp()),
                unranked && READABLE.equals(why) ? UNRANKED : why,
                subject.isPresent() ? seq.orElse(null) : null,
                subject.orElse(null),
                Objects.requireNonNullElse(record.value(), new byte[0]).length,
                outcome);
    }

    /** What became of those that were looked at, as the database keeps it. */
    private Map<DeadLetterId, DeadLetter.Outcome> outcomes() {
        Map<DeadLetterId, DeadLetter.Outcome> all = new HashMap<>();
        RowCallbackHandler add = row ->
                all.put(new DeadLetterId(row.getInt(1), row.getLong(2)), DeadLetter.Outcome.valueOf(row.getString(3)));
        jdbc.sql("select partition, \"offset\", outcome from passerelle.dead_letter_handled where namespace ="
                        + " :namespace")
                .param("namespace", settings.namespace())
                .query(add);
        return all;
    }

    private void keep(DeadLetterId id, DeadLetter.Source source, DeadLetter.Outcome outcome) {
        jdbc.sql("""
            insert into passerelle.dead_letter_handled
                (namespace, partition, "offset", source_topic, source_partition, source_offset, outcome)
            values (:namespace, :partition, :offset, :sourceTopic, :sourcePartition, :sourceOffset, :outcome)
            on conflict (namespace, partition, "offset") do update
            set outcome = excluded.outcome, handled_at = now()\
            """)
                .param("namespace", settings.namespace())
                .param("partition", id.partition())
                .param("offset", id.offset())
                .param("sourceTopic", source.topic())
                .param("sourcePartition", source.partition())
                .param("sourceOffset", source.offset())
                .param("outcome", outcome.name())
                .update();
    }

    /** To where it was read: same partition, key, value and headers. */
    private void send(DeadLetter.Source to, ConsumerRecord<byte[], byte[]> record) {
        Map<String, Object> properties = owning.kafka()
                .with(Map.of(
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        owning.patience().toMillis()));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            to.topic(),
                            to.partition(),
                            record.key(),
                            record.value(),
                            SourceHeaders.own(record.headers())))
                    .get();
        } catch (ExecutionException e) {
            throw new OutsideFault("Kafka n'a pas repris l'enregistrement (" + e.getMessage()
                    + ") : vérifiez « ./passerelle status », puis relancez.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideFault("L'envoi a été interrompu : relancez.");
        }
    }

    private Optional<String> subject(long seq) {
        return jdbc.sql("select subject from passerelle.journal where seq = :seq")
                .param("seq", seq)
                .query((row, n) -> Objects.requireNonNull(row.getString(1)))
                .optional();
    }

    private String why(byte @Nullable [] value) {
        try {
            codec.read(Objects.requireNonNullElse(value, new byte[0]));
            return READABLE;
        } catch (UndecodableRecord e) {
            return value == null ? "valeur absente" : String.valueOf(e.getMessage());
        }
    }

    /**
     * A record that a reader could not read, or did not await. Nothing of what it holds is here: nobody knows what that is.
     *
     * @param id its partition and offset on the topic of dead letters, {@code 3-17}
     * @param source where it was read
     * @param at when it was put aside
     * @param why what is wrong with it, in French
     * @param seq rank of the journal that it bears and that the journal has; null when it bears none, or one that is not there
     * @param subject what that row of the journal is about; null without one
     * @param size bytes of its value, 0 without one
     * @param outcome what became of it; null while nobody has looked at it
     */
    public record DeadLetter(
            String id,
            Source source,
            Instant at,
            String why,
            @Nullable Long seq,
            @Nullable String subject,
            int size,
            @Nullable Outcome outcome) {

        /** A place on a topic; partition and offset are -1 where nothing says it. */
        public record Source(String topic, int partition, long offset) {}

        /** What became of it: sent to its topic again, or seen to be none of ours. */
        public enum Outcome {
            SENT,
            FOREIGN
        }
    }

    /** Where a dead letter is on its topic. */
    record DeadLetterId(int partition, long offset) {

        private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

        /** @throws IllegalArgumentException when the text is none */
        static DeadLetterId of(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("No dead letter: " + text);
            }
            return new DeadLetterId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
        }

        @Override
        public String toString() {
            return partition + "-" + offset;
        }
    }

    /** Where a dead letter was read, as the two readers write it: Kafka Streams in decimal text, Spring Kafka in bytes. */
    static final class SourceHeaders {

        private static final String STREAMS = "__streams.errors.";
        private static final String SPRING = "kafka_dlt-";
        private static final long UNKNOWN = -1;

        private SourceHeaders() {}

        static DeadLetter.Source of(Headers headers) {
            return value(headers, STREAMS + "topic")
                    .map(topic -> new DeadLetter.Source(
                            text(topic),
                            Math.toIntExact(
                                    decimal(headers, STREAMS + "partition").orElse(UNKNOWN)),
                            decimal(headers, STREAMS + "offset").orElse(UNKNOWN)))
                    .or(() -> value(headers, SPRING + "original-topic")
                            .map(topic -> new DeadLetter.Source(
                                    text(topic),
                                    Math.toIntExact(binary(headers, SPRING + "original-partition")),
                                    binary(headers, SPRING + "original-offset"))))
                    .orElseGet(() -> new DeadLetter.Source("inconnu", Math.toIntExact(UNKNOWN), UNKNOWN));
        }

        /** Those that the record had where it was read. */
        static List<Header> own(Headers headers) {
            return StreamSupport.stream(headers.spliterator(), false)
                    .filter(header -> !header.key().startsWith(STREAMS)
                            && !header.key().startsWith(SPRING)
                            && !header.key().equals(ResultRefusal.HEADER))
                    .toList();
        }

        /** Why the reader refused what it could read; empty where it could not. */
        static Optional<ResultRefusal> refusal(Headers headers) {
            return value(headers, ResultRefusal.HEADER).flatMap(ResultRefusal::of);
        }

        static Optional<Long> decimal(Headers headers, String name) {
            return value(headers, name)
                    .map(SourceHeaders::text)
                    .filter(text -> text.matches("\\d{1,18}"))
                    .map(Long::valueOf);
        }

        private static long binary(Headers headers, String name) {
            return value(headers, name).map(SourceHeaders::number).orElse(UNKNOWN);
        }

        private static long number(byte[] bytes) {
            return switch (bytes.length) {
                case Integer.BYTES -> ByteBuffer.wrap(bytes).getInt();
                case Long.BYTES -> ByteBuffer.wrap(bytes).getLong();
                default -> UNKNOWN;
            };
        }

        private static Optional<byte[]> value(Headers headers, String name) {
            return Optional.ofNullable(headers.lastHeader(name)).map(Header::value);
        }

        private static String text(byte[] bytes) {
            return new String(bytes, UTF_8);
        }
    }
}
