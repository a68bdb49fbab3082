package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.json;
import static fr.passerelle.proof.Deployments.told;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import fr.passerelle.schemas.contract.Topics;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Records that nobody can read stop nobody, are listed without what they hold, and are settled one by one. */
@Story.Told
class DeadLettersIT {

    private static final byte[] SECRET = "Jeanne Planquette, 06 12 34 56 78".getBytes(UTF_8);

    @AutoClose
    private final Deployment system = Deployments.published("letters", Inputs.workedCases());

    private final Topics topics = system.topics();

    @Test
    void saysThatNothingWaits() {
        assertThat(read(0, "dead-letters")).contains("Rien n'est en attente.");
    }

    @Test
    void putsAsideWhatNobodyCanReadAndGoesOn() {
        send(topics.transitions().name(), null, null, List.of());
        send(topics.transitions().name(), SECRET, SECRET, List.of());
        send(topics.scores().name(), null, null, List.of());
        send(topics.plans().name(), SECRET, SECRET, List.of());

        Waiting.until(() -> letters().size() == 4);

        assertThat(system.night(Inputs.forced()).get("state").asString()).isEqualTo("PUBLISHED");
        assertThat(system.instances().values()).hasSize(1).allMatch(Program::isAlive);
    }

    @Test
    void listsThemWithoutWhatTheyHold() {
        assertThat(read(0, "dead-letters"))
                .contains(
                        topics.transitions().name() + ", partition 0, offset ",
                        topics.plans().name() + ", partition 0, offset ",
                        "valeur absente",
                        "premier octet 0x4a",
                        "4 enregistrements en attente")
                .doesNotContain("Planquette", "06 12 34");
        assertThat(letters().toString()).doesNotContain("Planquette", "06 12 34");
    }

    @Test
    void notesWhatIsForeignAsSeenAndThenAllAgrees() {
        assertThat(read(1, "verify --deep")).contains("étranger");

        letters()
                .forEach(letter ->
                        assertThat(resubmit(letter.get("id").asString(), 0)).contains("rien de nous n'est perdu"));

        assertThat(read(0, "dead-letters")).contains("étranger, vu", "Rien n'est en attente.");
        assertThat(read(0, "verify --deep")).contains("Tout concorde");
    }

    @Test
    void sendsAResultThatCanBeReadNowToItsTopicAgain() {
        var score = aScoreOfOurs();
        var source = score.topic();
        long before = new Log(system).scores().size();
        send(
                topics.deadLetters().name(),
                score.key().getBytes(UTF_8),
                score.value(),
                List.of(
                        new RecordHeader("kafka_dlt-original-topic", source.getBytes(UTF_8)),
                        new RecordHeader(
                                "kafka_dlt-original-partition",
                                ByteBuffer.allocate(4).putInt(score.partition()).array()),
                        new RecordHeader(
                                "kafka_dlt-original-offset",
                                ByteBuffer.allocate(8).putLong(score.offset()).array())));
        var id = theOnlyOneThatWaits().get("id").asString();

        assertThat(resubmit(id, 0)).contains("il est renvoyé à " + source);
        assertThat(resubmit(id, 0)).contains("il est renvoyé à " + source);

        assertThat(new Log(system).scores()).hasSize((int) before + 1);
        assertThat(read(0, "verify --deep")).contains("Tout concorde");
    }

    @Test
    void refusesToSendARecordOfTheJournalAndNamesTheRemedy() {
        send(topics.transitions().name(), SECRET, SECRET, List.of(new RecordHeader("seq", "3".getBytes(UTF_8))));
        var letter = theOnlyOneThatWaits();

        assertThat(letter.get("seq").asLong()).isEqualTo(3);
        assertThat(letter.get("subject").asString()).isEqualTo("run:N-000001");
        assertThat(resubmit(letter.get("id").asString(), 1)).contains("rang 3 du journal", "rebuild-topics");
        assertThat(read(0, "dead-letters")).contains("1 enregistrement en attente");
        assertThat(read(1, "verify --deep")).contains("rang 3 répété");
    }

    @Test
    void refusesAnIdentifierThatIsNone() {
        assertThat(resubmit("N-000001", 2)).contains("comme 3-17");
        assertThat(resubmit("0-99999", 1)).contains("Aucun enregistrement illisible");
    }

    /** The topic also holds what {@link #putsAsideWhatNobodyCanReadAndGoesOn} sent there, without a key. */
    private ConsumerRecord<String, byte[]> aScoreOfOurs() {
        return new Log(system)
                .scores().stream()
                        .filter(each -> each.key() != null)
                        .findFirst()
                        .orElseThrow();
    }

    private JsonNode theOnlyOneThatWaits() {
        Waiting.until(() -> waiting().size() == 1);
        return waiting().getFirst();
    }

    private List<JsonNode> waiting() {
        return letters().stream()
                .filter(letter -> letter.get("outcome").isNull())
                .toList();
    }

    private String resubmit(String id, int code) {
        return read(code, "dead-letters --resubmit", id);
    }

    private List<JsonNode> letters() {
        return json(system, "dead-letters --json").valueStream().toList();
    }

    /** Whatever the width that it is folded to. */
    private String read(int code, String line, Object... values) {
        return told(system, code, line, values).replace('\n', ' ');
    }

    private void send(String topic, byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {
        system.broker().write(new ProducerRecord<>(topic, 0, key, value, headers));
    }
}
