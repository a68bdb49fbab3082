package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.ended;
import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.Envelopes;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.solver.EnvelopeSolver;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.rules.explanation.EpciResults;
import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.Programmation;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.Valeur;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scenarios on the real programs and the demonstration: one story, told in order. */
@Tag("proof")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScenarioIT {

    private static final String NOTIFIED = "246000772";
    private static final String HEADER = "nature;annee;ligne;montant;report;departement;minimum\n";
    private static final String CREDITS =
            Tree.root().resolve("dev/demo/data/credits.csv").toString();

    @AutoClose
    @SuppressWarnings("NullAway.Init")
    private Deployment system;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    void publishANight() {
        system = Deployments.published("scenario", DemonstrationExtract.night());
    }

    @Test
    @Order(1)
    void refusesAFileWithAFaultAndKeepsNothing() {
        Program refused = ended(
                system, 2, "enveloppe", "plan", "--credits", file("CREDIT;2018;ETUDE;-1;;;"), "--reason", "essai");

        assertThat(refused.errors()).contains("ligne 2", "montant");
        assertThat(system.number("select count(*) from passerelle.study")).isZero();
    }

    @Test
    @Order(2)
    void triesCreditsAndKeepsNothing() {
        JsonNode answer = json("enveloppe", "essai", "--credits", CREDITS, "--as-of", "N-000001", "--json");

        assertThat(answer.get("preuve").asString()).isEqualTo("OPTIMAL");
        assertThat(answer.get("demonstration").asBoolean()).isTrue();
        assertThat(answer.get("run").asString()).isEqualTo("N-000001");
        assertThat(answer.get("choix").size()).isGreaterThan(30);
        assertThat(answer.get("attentes").size()).isZero();
        assertThat(said(system, "enveloppe", "essai", "--credits", CREDITS))
                .contains("Essai (reconstitution), exécution N-000001", "En attente, par nom")
                .satisfies(Deployments::fit);
        assertThat(system.number("select count(*) from passerelle.study")).isZero();
    }

    /** What is computed and its record are there together, or neither is. */
    @Test
    @Order(3)
    @Tag("I8")
    void leavesNothingOfAComputationThatWasKilled() {
        said(system, "enveloppe", "plan", "--credits", CREDITS, "--reason", "Préparer la session");
        ProgramProcess run = system.batchStoppedAt("study-before-commit", List.of("enveloppe", "run", "S-000001"));
        assertThat(run.killNine()).isEqualTo(ProgramProcess.KILLED);

        assertThat(state("S-000001")).isEqualTo("PLANNED");
        assertThat(system.number("select count(*) from passerelle.study_record"))
                .isZero();
    }

    @Test
    @Order(4)
    @Tag("I8")
    void carriesARecordOnceAfterAKillOfTheRelay() {
        ProgramProcess run = system.batchStoppedAt("scenario-relay", List.of("enveloppe", "run", "S-000001"));
        assertThat(run.killNine()).isEqualTo(ProgramProcess.KILLED);
        assertThat(state("S-000001")).isEqualTo("COMPUTED");
        assertThat(records()).isEmpty();

        Program again = ended(system, 0, "enveloppe", "run", "S-000001");

        assertThat(again.errors()).contains("déjà calculé");
        assertThat(records()).hasSize(1);
        assertThat(foreign(records().getFirst()).get("scenario_id")).hasToString("S-000001");
        assertThat(foreign(records().getFirst()).get("manifest_hash"))
                .hasToString(system.text("select question_hash from passerelle.study"));
    }

    @Test
    @Order(5)
    void showsWhatIsFundedAndWhoWaits() {
        assertThat(said(system, "enveloppe", "show", "S-000001"))
                .contains(
                        "S-000001 (reconstitution) : calculé ; il ne décide rien",
                        "Prouvé",
                        "Serait financé",
                        "En attente")
                .satisfies(Deployments::fit);
        assertThat(said(system, "enveloppe", "list"))
                .contains("Un scénario ne décide rien.", "S-000001", "(reconstitution)")
                .satisfies(Deployments::fit);
        assertThat(ended(system, 2, "enveloppe", "show", "S-000001", "--json", "--csv", "choix.csv")
                        .errors())
                .contains("Donnez « --csv » ou « --json », pas les deux.");
        assertThat(json("enveloppe", "show", "S-000001", "--json")
                        .get("demonstration")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @Order(5)
    void explainsWithItsFiveReasonsOneThatWaits() {
        String waiting = json("enveloppe", "show", "S-000001", "--json")
                .at("/computed/enveloppe/attentes/0/epci")
                .asString();

        assertThat(said(system, "enveloppe", "explain", "S-000001", waiting))
                .contains("S-000001 (reconstitution), exécution N-000001", "ne décide", "1. ", "5. ")
                .satisfies(Deployments::fit);
        JsonNode reasons = json("enveloppe", "explain", "S-000001", waiting, "--json");
        assertThat(reasons.get("raisons").size()).isEqualTo(5);
        assertThat(reasons.get("demonstration").asBoolean()).isTrue();
        assertThat(reasons.get("run").asString()).isEqualTo("N-000001");
    }

    /** At 40 and 70 % of what is asked each reason is applied; at the whole of it nobody waits. The same bytes come twice. */
    @ParameterizedTest
    @ValueSource(ints = {40, 70, 100})
    @Order(6)
    void tellsReasonsThatHoldWhenTheyAreApplied(int percent) {
        Envelope envelope = DemonstrationEnvelope.of(system).at(percent);

        Enveloppe answer = EnvelopeSolver.solve(envelope, List.of(), true, line -> {});

        assertThat(answer.getPreuve()).isEqualTo(Preuve.OPTIMAL);
        assertThat(EnvelopeSolver.solve(envelope, List.of(), true, line -> {})).isEqualTo(answer);
        Map<BudgetCell, List<Long>> withoutRow = new TreeMap<>();
        assertThat(answer.getAttentes())
                .hasSameSizeAs(
                        answer.getChoix().stream().filter(ChoixEpci::getAttend).toList())
                .allSatisfy(motif -> new ReasonCheck(envelope, answer, withoutRow, motif).check());
        assertThat(answer.getAttentes().isEmpty()).isEqualTo(percent == 100);
    }

    @Test
    @Order(6)
    void keepsWhatKafkaDoesNotTakeForTheNextCommand() {
        said(system, "enveloppe", "plan", "--credits", CREDITS, "--valeur", "PRECOCITE", "--reason", "Comparer");

        Program alone = system.batch(
                Map.of("passerelle.kafka.bootstrap", "127.0.0.1:1"), List.of("enveloppe", "run", "S-000002"));

        assertThat(alone.end()).isZero();
        assertThat(alone.errors()).contains("n'est pas encore sur son topic");
        assertThat(state("S-000002")).isEqualTo("COMPUTED");
        assertThat(records()).hasSize(1);
        said(system, "enveloppe", "run", "S-000002");
        assertThat(records()).hasSize(2);
    }

    /** What is adopted and its record are there together, or neither is. */
    @Test
    @Order(6)
    @Tag("I8")
    void leavesNothingOfAnAdoptionThatWasKilled() {
        int before = records().size();
        ProgramProcess adopting = system.batchStoppedAt(
                "adoption-before-commit", List.of("enveloppe", "adopt", "S-000001", "--reason", "Avis"));
        assertThat(adopting.killNine()).isEqualTo(ProgramProcess.KILLED);

        assertThat(state("S-000001")).isEqualTo("COMPUTED");
        assertThat(system.number("select count(*) from passerelle.study_record where type = 'ScenarioAdopted'"))
                .isZero();
        assertThat(records()).hasSize(before);
    }

    @Test
    @Order(7)
    void comparesAdoptsAndDiscards() {
        assertThat(said(system, "enveloppe", "diff", "S-000002", "S-000001"))
                .contains("PRECOCITE", "HABITANTS", "ne décide")
                .satisfies(Deployments::fit);

        assertThat(said(system, "enveloppe", "adopt", "S-000001", "--reason", "Avis de la commission"))
                .contains("adopté");
        assertThat(said(system, "enveloppe", "adopt", "S-000001", "--reason", "Avis de la commission"))
                .contains("déjà adopté");
        assertThat(said(system, "enveloppe", "adopt", "S-000002", "--reason", "Nouvel avis"))
                .contains("adopté");
        assertThat(state("S-000001")).isEqualTo("REPLACED");
        assertThat(ended(system, 1, "enveloppe", "discard", "S-000002").errors())
                .contains("ne s'écarte pas");

        said(system, "enveloppe", "plan", "--credits", CREDITS, "--reason", "Pour rien");
        assertThat(said(system, "enveloppe", "discard", "S-000003")).contains("écarté");
        assertThat(ended(system, 1, "enveloppe", "run", "S-000003").errors()).contains("est écarté");
        assertThat(types())
                .containsExactly("ScenarioComputed", "ScenarioComputed", "ScenarioAdopted", "ScenarioAdopted");
    }

    @Test
    @Order(8)
    void saysWhereStopsWouldBestStand() {
        JsonNode shown = json("implantation", "run", "--json");

        assertThat(shown.get("kind").asString()).isEqualTo("IMPLANTATION");
        JsonNode answer = shown.get("computed").get("implantation");
        assertThat(answer.get("preuve").asString()).isEqualTo("OPTIMAL");
        assertThat(sum(answer, "best")).isGreaterThanOrEqualTo(sum(answer, "by_rule"));
        String id = shown.get("scenario").asString();
        assertThat(said(system, "enveloppe", "show", id)).doesNotContain("enveloppe explain", "enveloppe diff");
        assertThat(ended(system, 1, "enveloppe", "explain", id, NOTIFIED).errors())
                .contains("porte sur la place des étapes");
        assertThat(ended(system, 1, "enveloppe", "diff", id, "S-000001").errors())
                .contains("porte sur la place des étapes");
        Path stops = folder.resolve("etapes.csv");
        said(system, "enveloppe", "show", id, "--csv", stops.toString());
        assertThat(stops)
                .content()
                .contains("code_insee")
                .hasLineCount(1
                        + answer.get("epcis")
                                .valueStream()
                                .mapToInt(epci -> epci.get("etapes").size()
                                        + epci.get("quittees").size())
                                .sum());
    }

    /** Under the lock of a run topics may be made anew: the record waits, and the night carries it. */
    @Test
    @Order(9)
    @Tag("I8")
    void leavesToANightWhatIsRecordedBesideIt() {
        said(system, "decide", NOTIFIED, "notified", "--act", "CP-1", "--date", "2017-12-15", "--why", "Essai");
        ProgramProcess night = system.batchStoppedAt("step-relay", DemonstrationExtract.night());
        int before = records().size();

        Program adopted = ended(system, 0, "enveloppe", "adopt", "S-000001", "--reason", "Pendant la nuit");

        assertThat(adopted.errors()).contains("n'est pas encore sur son topic");
        assertThat(records()).hasSize(before);
        assertThat(night.killNine()).isEqualTo(ProgramProcess.KILLED);
        system.restart();
        assertThat(records()).hasSize(before + 1);
    }

    @Test
    @Order(10)
    void saysInWhichYearCreditsDoNotHoldWhatWasNotified() {
        assertThat(system.number("select count(*) from passerelle.run where state = 'PUBLISHED'"))
                .isEqualTo(2);
        said(system, "enveloppe", "plan", "--credits", file("CREDIT;2019;INVESTISSEMENT;1;;;"), "--reason", "Trop peu");

        assertThat(ended(system, 1, "enveloppe", "run", "S-000005").errors()).contains("2019", "€");
        assertThat(state("S-000005")).isEqualTo("PLANNED");
    }

    @Test
    @Order(11)
    void makesTheTopicAgainFromTheTable() {
        assertThat(said(system, "verify")).contains("Tout concorde");
        List<String> before = ids();
        assertThat(system.stop()).isTrue();

        said(system, "rebuild-topics");

        assertThat(ids()).isEqualTo(before).doesNotHaveDuplicates();
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        return system.broker().committed(system.topics().scenarios(), new StringDeserializer());
    }

    private List<String> ids() {
        return records().stream().map(each -> Log.header(each, "event_id")).toList();
    }

    private List<String> types() {
        return records().stream().map(each -> Log.header(each, "type")).toList();
    }

    /** As somebody reads it who has Avro, the registry's schema and none of our classes. */
    private GenericRecord foreign(ConsumerRecord<String, byte[]> record) {
        int id = ByteBuffer.wrap(record.value()).getInt(1);
        var schema = new Schema.Parser()
                .parse(system.text("select schema from passerelle.registered_schema where id = " + id));
        var bytes = new ByteArrayInputStream(record.value(), 5, record.value().length - 5);
        try {
            return new GenericDatumReader<GenericRecord>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String state(String id) {
        return json("enveloppe", "show", id, "--json").get("state").asString();
    }

    private static long sum(JsonNode answer, String field) {
        return answer.get("epcis")
                .valueStream()
                .mapToLong(epci -> epci.get(field).asLong())
                .sum();
    }

    private String file(String... rows) {
        return Tree.write(folder.resolve("credits.csv"), HEADER + String.join("\n", rows) + "\n")
                .toString();
    }

    private JsonNode json(String... command) {
        return JsonMapper.shared().readTree(said(system, command));
    }

    /** What may be chosen on the demonstration, from the records of its log alone: the rules are asked again, no program is. */
    private static final class DemonstrationEnvelope {

        private static final int HEADER = 5;
        private static final Bareme BAREME = Baremes.load(Baremes.DEFAULT);

        private final List<Plan> plans = new ArrayList<>();
        private final Map<String, EpciDescribed> epcis = new TreeMap<>();

        DemonstrationEnvelope(LogFold log) {
            log.described().forEach(epci -> epcis.put(epci.getEpci(), epci));
            log.epcis().forEach((siren, facts) -> {
                if (facts.hasRooms()) {
                    EpciResults.of(facts.facts(siren), YearMonth.of(2017, 10), BAREME)
                            .plan()
                            .ifPresent(plans::add);
                }
            });
        }

        /** From what committed readers see on a system's log. */
        static DemonstrationEnvelope of(Deployment system) {
            Map<String, Schema> schemas = system.topics().transitions().records().stream()
                    .collect(Collectors.toMap(Schema::getName, schema -> schema));
            Records records = new Records();
            LogFold log = new LogFold();
            new Log(system)
                    .transitions()
                    .forEach(each -> log.take(records.decode(
                            Arrays.copyOfRange(each.value(), HEADER, each.value().length),
                            Objects.requireNonNull(schemas.get(Log.header(each, "type"))))));
            return new DemonstrationEnvelope(log);
        }

        /** Under a share of what is asked: the first option of each EPCI, in its year; what is left carries over. */
        Envelope at(int percent) {
            SortedMap<BudgetCell, Long> asked = new TreeMap<>();
            for (EpciChoices epci : under(new TreeMap<>(), 0).epcis()) {
                epci.options().getFirst().cents().forEach((cell, part) -> asked.merge(cell, part, Long::sum));
            }
            return under(asked, percent);
        }

        private static Programmation programmation() {
            return BAREME.programmation().orElseThrow();
        }

        private Envelope under(SortedMap<BudgetCell, Long> asked, int percent) {
            List<Credit> credits = IntStream.rangeClosed(2018, 2022)
                    .boxed()
                    .flatMap(year -> Stream.of(LigneCredit.values()).map(line -> new BudgetCell(year, line)))
                    .map(cell -> new Credit(cell, asked.getOrDefault(cell, 0L) * percent / 100, 0, true))
                    .toList();
            return new Envelopes(BAREME, programmation(), YearMonth.of(2017, 10), epcis, Map.of())
                    .of(plans, Credits.of(credits, List.of()), Valeur.HABITANTS);
        }
    }
}
