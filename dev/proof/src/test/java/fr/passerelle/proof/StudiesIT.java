package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.count;
import static fr.passerelle.proof.Deployments.ended;
import static fr.passerelle.proof.Deployments.json;
import static fr.passerelle.proof.Deployments.killed;
import static fr.passerelle.proof.Deployments.refused;
import static fr.passerelle.proof.Deployments.said;
import static fr.passerelle.schemas.contract.StudyLog.CALENDARS;
import static fr.passerelle.schemas.contract.StudyLog.SCENARIOS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.program.Broker;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.schemas.contract.StudyLog;
import fr.passerelle.schemas.contract.Topics.Topic;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scenarios, then calendars, on the real programs and one night; told in order, their topics made anew in the end. */
@Tag("proof")
@Story.Told
class StudiesIT {

    private static final String NOTIFIED = "246000772";
    private static final String CREDITS_HEADER = "nature;annee;ligne;montant;report;departement;minimum\n";
    private static final String CREDITS = Inputs.demonstration("credits.csv");
    private static final String ANIMATEURS_HEADER =
            "animateur;epci_siren;commune;epcis_desservies;demi_journees;absences;tablettes\n";
    private static final Pattern EVENT = Pattern.compile("UID:(\\S+)\\s[^U]*?SEQUENCE:(\\d+)");
    private static final String HALVES = "MARDI_MATIN|MARDI_APRES_MIDI|JEUDI_MATIN|JEUDI_APRES_MIDI";
    private static final String TOURS_COMPUTED = "study_record where type = 'ToursComputed'";

    @AutoClose
    private final Deployment system = Deployments.published("studies", Inputs.extract());

    @TempDir
    private Path folder;

    @Test
    void refusesAFileWithAFaultAndKeepsNothing() {
        String credits = credits("CREDIT;2018;ETUDE;-1;;;");

        assertThat(refused(system, 2, "enveloppe plan --credits %s --reason essai", credits))
                .contains("ligne 2", "montant");
        assertThat(count(system, "study")).isZero();
    }

    @Test
    void triesCreditsAndKeepsNothing() {
        JsonNode answer = json(system, "enveloppe essai --credits %s --as-of N-000001 --json", CREDITS);

        assertThat(answer.get("preuve").asString()).isEqualTo("OPTIMAL");
        assertThat(answer.get("demonstration").asBoolean()).isTrue();
        assertThat(answer.get("run").asString()).isEqualTo("N-000001");
        assertThat(answer.get("choix").size()).isGreaterThan(30);
        assertThat(answer.get("attentes").size()).isZero();
        assertThat(said(system, "enveloppe essai --credits %s", CREDITS))
                .contains("Essai (reconstitution), exécution N-000001", "En attente, par nom")
                .satisfies(Deployments::fit);
        assertThat(count(system, "study")).isZero();
    }

    /** What is computed and its record are there together, or neither is. */
    @Test
    @Tag("I8")
    void leavesNothingOfAComputationThatWasKilled() {
        said(system, "enveloppe plan --credits %s --reason %s", CREDITS, "Préparer la session");
        killed(system, "study-before-commit", "enveloppe run S-000001");

        assertThat(state("S-000001")).isEqualTo("PLANNED");
        assertThat(count(system, "study_record")).isZero();
    }

    @Test
    @Tag("I8")
    void carriesARecordOnceAfterAKillOfTheRelay() {
        killed(system, "scenario-relay", "enveloppe run S-000001");
        assertThat(state("S-000001")).isEqualTo("COMPUTED");
        assertThat(records(topic(SCENARIOS))).isEmpty();

        assertThat(ended(system, 0, "enveloppe run S-000001").errors()).contains("déjà calculé");
        assertThat(records(topic(SCENARIOS))).hasSize(1);
        assertThat(foreign(records(topic(SCENARIOS)).getFirst()).get("scenario_id"))
                .hasToString("S-000001");
        assertThat(foreign(records(topic(SCENARIOS)).getFirst()).get("manifest_hash"))
                .hasToString(system.text("select question_hash from passerelle.study"));
    }

    @Test
    void showsWhatIsFundedAndWhoWaits() {
        assertThat(said(system, "enveloppe show S-000001"))
                .contains(
                        "S-000001 (reconstitution) : calculé ; il ne décide rien",
                        "Prouvé",
                        "Serait financé",
                        "En attente")
                .satisfies(Deployments::fit);
        assertThat(said(system, "enveloppe list"))
                .contains("Un scénario ne décide rien.", "S-000001", "(reconstitution)")
                .satisfies(Deployments::fit);
        assertThat(refused(system, 2, "enveloppe show S-000001 --json --csv choix.csv"))
                .contains("Donnez « --csv » ou « --json », pas les deux.");
        assertThat(json(system, "enveloppe show S-000001 --json")
                        .get("demonstration")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void explainsWithItsFiveReasonsOneThatWaits() {
        String waiting = json(system, "enveloppe show S-000001 --json")
                .at("/computed/enveloppe/attentes/0/epci")
                .asString();

        assertThat(said(system, "enveloppe explain S-000001 %s", waiting))
                .contains("S-000001 (reconstitution), exécution N-000001", "ne décide", "1. ", "5. ")
                .satisfies(Deployments::fit);
        JsonNode reasons = json(system, "enveloppe explain S-000001 %s --json", waiting);
        assertThat(reasons.get("raisons").size()).isEqualTo(5);
        assertThat(reasons.get("demonstration").asBoolean()).isTrue();
        assertThat(reasons.get("run").asString()).isEqualTo("N-000001");
    }

    @Test
    void keepsWhatKafkaDoesNotTakeForTheNextCommand() {
        said(system, "enveloppe plan --credits %s --valeur PRECOCITE --reason Comparer", CREDITS);

        Program alone = system.batch(
                Map.of("passerelle.kafka.bootstrap", "127.0.0.1:1", "passerelle.kafka.patience", "2s"),
                List.of("enveloppe", "run", "S-000002"));

        assertThat(alone.end()).isZero();
        assertThat(alone.errors()).contains("n'est pas encore sur son topic");
        assertThat(state("S-000002")).isEqualTo("COMPUTED");
        assertThat(records(topic(SCENARIOS))).hasSize(1);
        said(system, "enveloppe run S-000002");
        assertThat(records(topic(SCENARIOS))).hasSize(2);
    }

    /** What is adopted and its record are there together, or neither is. */
    @Test
    @Tag("I8")
    void leavesNothingOfAnAdoptionThatWasKilled() {
        int before = records(topic(SCENARIOS)).size();
        killed(system, "adoption-before-commit", "enveloppe adopt S-000001 --reason Avis");

        assertThat(state("S-000001")).isEqualTo("COMPUTED");
        assertThat(count(system, "study_record where type = 'ScenarioAdopted'")).isZero();
        assertThat(records(topic(SCENARIOS))).hasSize(before);
    }

    @Test
    void comparesAdoptsAndDiscards() {
        assertThat(said(system, "enveloppe diff S-000002 S-000001"))
                .contains("PRECOCITE", "HABITANTS", "ne décide")
                .satisfies(Deployments::fit);
        assertThat(json(system, "enveloppe diff S-000002 S-000001 --json").findValuesAsString("scenario"))
                .containsExactly("S-000001", "S-000002");

        assertThat(said(system, "enveloppe adopt S-000001 --reason %s", "Avis de la commission"))
                .contains("adopté");
        assertThat(said(system, "enveloppe adopt S-000001 --reason %s", "Avis de la commission"))
                .contains("déjà adopté");
        assertThat(said(system, "enveloppe adopt S-000002 --reason %s", "Nouvel avis"))
                .contains("adopté");
        assertThat(state("S-000001")).isEqualTo("REPLACED");
        assertThat(refused(system, 1, "enveloppe discard S-000002")).contains("ne s'écarte pas");

        said(system, "enveloppe plan --credits %s --reason %s", CREDITS, "Pour rien");
        assertThat(said(system, "enveloppe discard S-000003")).contains("écarté");
        assertThat(refused(system, 1, "enveloppe run S-000003")).contains("est écarté");
        assertThat(headers(topic(SCENARIOS), "type"))
                .containsExactly("ScenarioComputed", "ScenarioComputed", "ScenarioAdopted", "ScenarioAdopted");
    }

    @Test
    void saysWhereStopsWouldBestStand() {
        JsonNode shown = json(system, "implantation run --json");

        assertThat(shown.get("kind").asString()).isEqualTo("IMPLANTATION");
        JsonNode answer = shown.get("computed").get("implantation");
        assertThat(answer.get("preuve").asString()).isEqualTo("OPTIMAL");
        assertThat(sum(answer, "best")).isGreaterThanOrEqualTo(sum(answer, "by_rule"));
        String id = shown.get("scenario").asString();
        assertThat(said(system, "enveloppe show %s", id)).doesNotContain("enveloppe explain", "enveloppe diff");
        assertThat(refused(system, 1, "enveloppe explain %s %s", id, NOTIFIED))
                .contains("porte sur la place des étapes");
        assertThat(refused(system, 1, "enveloppe diff %s S-000001", id)).contains("porte sur la place des étapes");
        Path stops = folder.resolve("etapes.csv");
        said(system, "enveloppe show %s --csv %s", id, stops);
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
    @Tag("I8")
    void leavesToANightWhatIsRecordedBesideIt() {
        said(system, "decide %s notified --act CP-1 --date 2017-12-15 --why Essai", NOTIFIED);
        ProgramProcess night = system.batchStoppedAt("step-relay", Inputs.extract());
        int before = records(topic(SCENARIOS)).size();

        Program adopted = ended(system, 0, "enveloppe adopt S-000001 --reason %s", "Pendant la nuit");

        assertThat(adopted.errors()).contains("n'est pas encore sur son topic");
        assertThat(records(topic(SCENARIOS))).hasSize(before);
        killed(night);
        system.restart();
        assertThat(records(topic(SCENARIOS))).hasSize(before + 1);
    }

    @Test
    void saysInWhichYearCreditsDoNotHoldWhatWasNotified() {
        assertThat(count(system, "run where state = 'PUBLISHED'")).isEqualTo(2);
        said(system, "enveloppe plan --credits %s --reason %s", credits("CREDIT;2019;INVESTISSEMENT;1;;;"), "Trop peu");

        assertThat(refused(system, 1, "enveloppe run S-000005")).contains("2019", "€");
        assertThat(state("S-000005")).isEqualTo("PLANNED");
    }

    @Test
    void refusesFilesAndWeeksWithAFaultAndKeepsNothing() {
        assertThat(plan(2, "Jean Dupont;200072031;02168;;" + HALVES + ";;", "2018-01-08")
                        .errors())
                .contains("ligne 2", "animateur")
                .doesNotContain("Dupont");
        assertThat(plan(1, animateur("99999"), "2018-01-08").errors()).contains("99999");
        assertThat(plan(2, animateur("02168"), "2018-01-09").errors()).contains("2018-01-08", "2018-01-15");
        assertThat(count(system, "study where starts_with(study_id, 'T-')")).isZero();
    }

    /** What is computed and its records are there together, or neither is. */
    @Test
    @Tag("I8")
    void leavesNothingOfACalendarThatWasKilled() {
        assertThat(plan(0, animateur("02168"), "2018-01-08").output()).contains("T-000001 (reconstitution) : préparé");
        killed(system, "study-before-commit", "tournees run T-000001");

        assertThat(state("T-000001")).isEqualTo("PLANNED");
        assertThat(refused(system, 1, "tournees explain T-000001 room:DEMO-001"))
                .contains("n'est pas calculé");
        assertThat(count(system, TOURS_COMPUTED)).isZero();
    }

    @Test
    @Tag("I8")
    void carriesItsRecordsOnceAfterAKillOfTheRelay() {
        killed(system, "calendar-relay", "tournees run T-000001");
        assertThat(state("T-000001")).isEqualTo("COMPUTED");
        assertThat(records(topic(CALENDARS))).isEmpty();

        assertThat(ended(system, 0, "tournees run T-000001").errors()).contains("déjà calculé");

        assertThat(records(topic(CALENDARS)))
                .hasSize(Math.toIntExact(count(system, TOURS_COMPUTED)))
                .allSatisfy(record -> assertThat(Broker.header(record, "type")).isEqualTo("ToursComputed"));
    }

    @Test
    void showsWhoHoldsWhat() {
        assertThat(said(system, "tournees show T-000001")).contains("Secteurs").satisfies(Deployments::fit);
        assertThat(said(system, "tournees show T-000001 --epci 200072031"))
                .contains("Lieu")
                .satisfies(Deployments::fit);
        assertThat(refused(system, 2, "tournees show T-000001 --epci 200072031 --json"))
                .contains("Donnez « --epci » ou « --json », pas les deux");
        assertThat(refused(system, 2, "tournees show T-000001 --epci 999999999"))
                .contains("n'a aucune étape dans l'intercommunalité 999999999");
        assertThat(said(system, "tournees list")).contains("T-000001").satisfies(Deployments::fit);
        assertThat(said(system, "tournees diff T-000001")).contains("Par rapport à ce qui est publié");
    }

    @Test
    void publishesOnceAndNeverOverSomethingElse() {
        plan(0, animateur("02168"), "2018-01-08");
        said(system, "tournees run T-000002");

        assertThat(said(system, "tournees publish T-000001 --reason Rentrée")).contains("est publié");
        assertThat(said(system, "tournees publish T-000001 --reason Rentrée")).contains("déjà publié");
        assertThat(refused(system, 1, "tournees publish T-000002 --reason %s", "Trop tard"))
                .contains("un autre calendrier a été publié depuis");
        assertThat(said(system, "tournees explain T-000002 %s", etape("T-000002")))
                .contains("(" + etape("T-000002") + ") : ", "en 4 semaines.");
        assertThat(json(system, "tournees explain T-000002 %s --json", etape("T-000002"))
                        .get("etape")
                        .asString())
                .isEqualTo(etape("T-000002"));
        assertThat(refused(system, 1, "tournees discard T-000001 --reason Non")).contains("ne s'écarte pas");
        assertThat(said(system, "tournees discard T-000002 --reason %s", "Trop tard"))
                .contains("écarté");
        assertThat(refused(system, 1, "tournees run T-000002")).contains("est écarté");
    }

    /** A session is one for life: what an agenda took is moved there, or struck out, and never stands twice. */
    @Test
    void movesWhatAnIllnessTakesAndTellsAgendasOnce() {
        Map<String, Integer> before = sequences();
        plan(0, animateur("02168", "2018-01-09 au 2018-01-11"), "2018-01-08");
        said(system, "tournees run T-000003");

        JsonNode changes = json(system, "tournees diff T-000003 --json");
        List<String> natures = changes.findValuesAsString("nature");
        assertThat(natures).isNotEmpty().isSubsetOf("DEPLACEE", "SUPPRIMEE");
        assertThat(said(system, "tournees diff T-000003"))
                .startsWith("Par rapport à ce qui est publié : "
                        + natures.stream().filter("DEPLACEE"::equals).count())
                .contains("0 ajoutée");
        said(system, "tournees publish T-000003 --reason Malade");

        Map<String, Integer> after = sequences();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.values().stream().filter(sequence -> sequence == 1)).hasSameSizeAs(natures);
    }

    /** A run exports what had been announced when it was published: nothing, then all of it. */
    @Test
    void exportsWhatWasAnnouncedWhenANightWasPublished() {
        assertThat(export("seances", "csv").lines()).hasSize(1);
        assertThat(exported("seances", "csv")).contains("Des calendriers ont été publiés après");
        system.night(Inputs.and(Inputs.extract(), "--force"));

        assertThat(export("seances", "csv").lines()).hasSize(sequences().size() + 1);
        assertThat(exported("seances", "csv")).doesNotContain("Des calendriers ont été publiés après");
        JsonNode days =
                JsonMapper.shared().readTree(export("journees", "geojson")).get("features");
        assertThat(days)
                .isNotEmpty()
                .allSatisfy(day -> assertThat(day.get("geometry").get("type").asString())
                        .isEqualTo(
                                day.get("properties").get("etapes").asString().contains("|") ? "LineString" : "Point"))
                .anySatisfy(day ->
                        assertThat(day.get("geometry").get("type").asString()).isEqualTo("LineString"));
    }

    @Test
    void makesTheTopicsAgainFromTheTables() {
        assertThat(said(system, "verify")).contains("Tout concorde");
        List<String> scenarios = headers(topic(SCENARIOS), "event_id");
        List<String> calendars = headers(topic(CALENDARS), "event_id");
        assertThat(system.stop()).isTrue();

        said(system, "rebuild-topics");

        assertThat(headers(topic(SCENARIOS), "event_id")).isEqualTo(scenarios).doesNotHaveDuplicates();
        assertThat(headers(topic(CALENDARS), "event_id"))
                .isEqualTo(calendars)
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    private Topic topic(StudyLog log) {
        return log.topic(system.topics());
    }

    private List<String> headers(Topic topic, String name) {
        return new Log(system).headers(topic, name);
    }

    private List<ConsumerRecord<String, byte[]>> records(Topic topic) {
        return new Log(system).records(topic);
    }

    /** Of a scenario, or of a calendar, as its identifier begins. */
    private String state(String id) {
        return json(system, (id.startsWith("T") ? "tournees" : "enveloppe") + " show %s --json", id)
                .get("state")
                .asString();
    }

    private Program plan(int exit, String row, String from) {
        Path animateurs = Tree.write(folder.resolve("animateurs.csv"), ANIMATEURS_HEADER + row + "\n");
        return ended(
                system, exit, "tournees plan --animateurs %s --from %s --weeks 4 --reason Essai", animateurs, from);
    }

    /** What the command says of it. */
    private String exported(String dataset, String format) {
        Path file = folder.resolve(dataset + "." + format);
        return said(system, "export %s --format %s --force --output %s", dataset, format, file);
    }

    private String export(String dataset, String format) {
        exported(dataset, format);
        return Tree.read(folder.resolve(dataset + "." + format));
    }

    private static String animateur(String commune) {
        return animateur(commune, "");
    }

    private static String animateur(String commune, String absences) {
        return "A-01;200072031;" + commune + ";;" + HALVES + ";" + absences + ";";
    }

    /** How often each session was told otherwise, as the agenda of the animateur reads it. */
    private Map<String, Integer> sequences() {
        said(system, "tournees ics --published --dir %s --force", folder);
        String agenda = Tree.read(folder.resolve("animateur-A-01.ics")).replace("\r\n ", "");
        return EVENT.matcher(agenda)
                .results()
                .collect(Collectors.toMap(event -> event.group(1), event -> Integer.valueOf(event.group(2))));
    }

    private String etape(String id) {
        return json(system, "tournees show %s --json", id)
                .findValuesAsString("etape")
                .getFirst();
    }

    /** As somebody reads it who has Avro, the registry's schema and none of our classes. */
    private GenericRecord foreign(ConsumerRecord<String, byte[]> record) {
        int id = ByteBuffer.wrap(record.value()).getInt(1);
        var schema = new Schema.Parser()
                .parse(system.text("select schema from passerelle.registered_schema where id = " + id));
        var bytes = new ByteArrayInputStream(record.value(), 5, record.value().length - 5);
        return PrivateFiles.unchecked(() -> new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null)));
    }

    private static long sum(JsonNode answer, String field) {
        return answer.get("epcis")
                .valueStream()
                .mapToLong(epci -> epci.get(field).asLong())
                .sum();
    }

    private String credits(String row) {
        return Tree.write(folder.resolve("credits.csv"), CREDITS_HEADER + row + "\n")
                .toString();
    }
}
