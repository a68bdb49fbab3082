package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.told;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Broker;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.schemas.contract.RecordCodec.WireFormat;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanProposed;
import fr.passerelle.schemas.event.RunPublished;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures that somebody else puts on a topic or into the database: nobody shows them under the hash of a run. */
@Story.Told
class ForgeryIT {

    private static final String PASSWORD = "premier-mot-de-passe";
    private static final String REFUSED = "ne sont plus ceux qui ont été publiés";
    private static final BigDecimal FORGED = new BigDecimal("777777.77");

    @TempDir
    private static Path exports;

    private final Records records = new Records();

    @AutoClose
    private final Deployment system = Deployments.published("forgery", Inputs.workedCases());

    private final ConsumerRecord<String, byte[]> proposed =
            first(system.topics().plans(), PlanProposed.class);
    private final PlanProposed plan = read(proposed, PlanProposed.class);

    @Test
    void keepsAPlanThatAProducerCopiedOutOfTheReadModelAndOfWhatIsExported() {
        send(system.topics().plans(), proposed, new PlanProposed(plan.getRun(), forged()));

        Waiting.until(() -> told(system, 0, "dead-letters").contains("1 enregistrement en attente"));
        assertThat(told(system, 0, "dead-letters")).contains("refusé : sa partition avait tout dit de cette exécution");
        assertThat(exported(0)).contains(plan.getPlan().getEpci()).doesNotContain("777777");
        assertThat(system.number("select count(*) from analyses.plans where aide_totale = 777777.77"))
                .isZero();
        assertThat(told(system, 1, "verify --deep"))
                .contains("PLAN " + plan.getPlan().getEpci());

        var letters = told(system, 0, "dead-letters --json");
        told(system, 0, "dead-letters --resubmit %s", letters.replaceAll("(?s).*?\"id\" ?: ?\"([^\"]+)\".*", "$1"));
        assertThat(told(system, 0, "verify --deep")).contains("Tout concorde");
    }

    @Test
    void showsAndExportsNothingOfARunWhoseRowsWereChanged() {
        // Its first account gets its password while somebody can sign in.
        ConsoleProgram.start(system.properties(), PASSWORD).close();
        var epci = plan.getPlan().getEpci();
        var published = HexFormat.of().formatHex(records.encode(plan.getPlan()));
        change(epci, HexFormat.of().formatHex(records.encode(forged())));

        assertThat(exported(1)).contains(REFUSED, "N-000001", "rebuild-topics --empty");
        assertThat(told(system, 1, "explain %s", epci)).contains(REFUSED);
        assertThat(told(system, 1, "relances")).contains(REFUSED);
        try (var console = ConsoleProgram.start(system.properties(), PASSWORD)) {
            var page = new Visitor(console.home()).get("/connexion");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains(REFUSED).doesNotContain("777");
            var asked =
                    new Visitor(console.home()).get("/api/v1/plans", "Authorization", Visitor.basic("admin", PASSWORD));
            assertThat(asked.statusCode()).isEqualTo(503);
            assertThat(asked.body()).contains(REFUSED).doesNotContain("777");

            change(epci, published);

            assertThat(new Visitor(console.home()).status("/connexion")).isEqualTo(200);
        }
        assertThat(exported(0)).contains(epci);
    }

    @Test
    void seesAPublicationThatTheJournalHasNot() {
        var published = first(system.topics().runs(), RunPublished.class);
        var other = RunPublished.newBuilder(read(published, RunPublished.class))
                .setResultHash("f".repeat(64))
                .build();

        send(system.topics().runs(), published, other);

        assertThat(told(system, 1, "verify")).contains("RunPublished de N-000001 étranger");
        assertThat(told(system, 1, "verify --deep")).contains("RunPublished de N-000001 étranger");
    }

    /** What it wrote, or why it wrote nothing. */
    private String exported(int code) {
        var file = exports.resolve("plans-" + code + ".csv");
        var answer = told(system, code, "export plans --format csv --force --output %s", file.toString());
        return code == 0 ? Tree.read(file) : answer;
    }

    private Plan forged() {
        return Plan.newBuilder(plan.getPlan()).setAidTotal(FORGED).build();
    }

    private void change(String epci, String payload) {
        system.text("update passerelle.result set payload = decode('" + payload
                + "', 'hex') where type = 'PLAN' and id = '" + epci + "' returning 1");
    }

    private <T extends SpecificRecord> ConsumerRecord<String, byte[]> first(Topic topic, Class<T> type) {
        return new Log(system)
                .records(topic).stream()
                        .filter(record -> Broker.header(record, "ce_type").endsWith("." + type.getSimpleName()))
                        .findFirst()
                        .orElseThrow();
    }

    private <T extends SpecificRecord> T read(ConsumerRecord<String, byte[]> record, Class<T> type) {
        return records.decode(
                WireFormat.bareOf(record.value()), SpecificData.get().getSchema(type), type);
    }

    /** Another record beside one that is there: its key, partition and headers, and what its writer calls its schema. */
    private void send(Topic topic, ConsumerRecord<String, byte[]> model, SpecificRecord record) {
        var frame = Arrays.copyOf(model.value(), WireFormat.HEADER);
        var payload = records.encode(record);
        var value = Arrays.copyOf(frame, frame.length + payload.length);
        System.arraycopy(payload, 0, value, frame.length, payload.length);
        system.broker()
                .write(new ProducerRecord<>(
                        topic.name(),
                        model.partition(),
                        model.key().getBytes(StandardCharsets.UTF_8),
                        value,
                        model.headers()));
    }
}
