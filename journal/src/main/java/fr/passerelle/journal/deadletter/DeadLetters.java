package fr.passerelle.journal.deadletter;

import fr.passerelle.journal.CommittedReader;
import fr.passerelle.journal.LogRefused;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.contract.ResultRefusal;
import fr.passerelle.schemas.contract.SchemaIds;
import fr.passerelle.schemas.contract.Topic;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.UndecodableRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The records that nobody could read, or that nobody awaited, and what an operator does with them. */
public class DeadLetters {

    private static final String READABLE = "se lit maintenant";
    private static final String UNRANKED = "sans rang (en-tête seq)";

    private final LogSettings settings;
    private final LogSettings owning;
    private final Topics topics;
    private final JdbcClient jdbc;
    private final DeadLetterOutcomes deadLetterOutcomes;
    private final RecordCodec codec;

    /** @param owning the settings with the account that owns the topics: {@code events} aside, it alone may write results */
    public DeadLetters(
            LogSettings settings, LogSettings owning, JdbcClient jdbc, RegistryClient registry, Records records) {
        this.settings = settings;
        this.owning = owning;
        this.topics = new Topics(settings.namespace());
        this.jdbc = jdbc;
        this.deadLetterOutcomes = new DeadLetterOutcomes(jdbc, settings.namespace());
        this.codec = new RecordCodec(new SchemaIds(registry), records);
    }

    /** All, in the order of the topic, those that were looked at too. */
    public List<DeadLetter> all() {
        Map<DeadLetterId, DeadLetter.Outcome> outcomes = deadLetterOutcomes.all();
        return read().entrySet().stream()
                .map(entry -> letter(entry.getKey(), entry.getValue(), outcomes.get(entry.getKey())))
                .toList();
    }

    /** How many nobody has looked at. */
    public long waiting() {
        return all().stream().filter(letter -> letter.outcome() == null).count();
    }

    /**
     * Does with one what can be done: a result that can be read now is sent to its topic again, where who writes it twice writes it once;
     * what is not of our making is noted as seen.
     *
     * @param id as {@link DeadLetter#id()} has it
     * @throws IllegalArgumentException when it has not that form
     * @throws LogRefused when there is none such, or when it is a record of the journal: readers pass over what comes late, so that only
     *     rebuilding the topics brings it back
     */
    public DeadLetter resubmit(String id) {
        DeadLetterId place = DeadLetterId.of(id);
        ConsumerRecord<byte[], byte[]> record = Optional.ofNullable(read().get(place))
                .orElseThrow(() -> new LogRefused("Aucun enregistrement illisible ne porte l'identifiant " + id
                        + " : « ./passerelle dead-letters » les montre."));
        DeadLetter letter = letter(place, record, deadLetterOutcomes.all().get(place));
        if (letter.outcome() == DeadLetter.Outcome.SENT) {
            return letter;
        }
        DeadLetter.Outcome outcome = settle(letter, record);
        deadLetterOutcomes.keep(place, letter.source(), outcome);
        return letter(place, record, outcome);
    }

    private DeadLetter.Outcome settle(DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {
        if (letter.seq() != null
                && letter.source().topic().equals(topics.transitions().name())) {
            throw new LogRefused("L'enregistrement " + letter.id() + " est le rang " + letter.seq()
                    + " du journal : le renvoyer ne sert à rien, les lecteurs ignorent ce qui arrive en retard. Si «"
                    + " ./passerelle verify --deep » dit que le topic ne l'a plus, « ./passerelle rebuild-topics » le"
                    + " refait.");
        }
        if (!isOfResults(letter.source().topic()) || !READABLE.equals(letter.why())) {
            return DeadLetter.Outcome.FOREIGN;
        }
        Resubmission.send(owning, letter.source(), record);
        return DeadLetter.Outcome.SENT;
    }

    private boolean isOfResults(String topic) {
        return topics.typed().stream().map(Topic::name).anyMatch(topic::equals)
                && !topic.equals(topics.transitions().name());
    }

    private Map<DeadLetterId, ConsumerRecord<byte[], byte[]>> read() {
        Map<DeadLetterId, ConsumerRecord<byte[], byte[]>> all = new LinkedHashMap<>();
        try (CommittedReader reader = new CommittedReader(settings)) {
            reader.fromTheBeginning(topics.deadLetters().name(), record -> {
                all.put(new DeadLetterId(record.partition(), record.offset()), record);
                return true;
            });
        }
        return all;
    }

    private DeadLetter letter(
            DeadLetterId id, ConsumerRecord<byte[], byte[]> record, DeadLetter.@Nullable Outcome outcome) {
        Optional<Long> seq = SourceHeaders.text(record.headers(), "seq")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
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
}
