package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.ended;
import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import fr.passerelle.local.program.ProgramProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calendars on the real programs and the demonstration: one story, told in order. */
@Tag("proof")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CalendarIT {

    private static final String HEADER =
            "animateur;epci_siren;commune;epcis_desservies;demi_journees;absences;tablettes\n";
    private static final String ILL = "2018-01-09 au 2018-01-11";
    private static final Pattern EVENT = Pattern.compile("UID:(\\S+)\\s[^U]*?SEQUENCE:(\\d+)");
    private static final String HALVES = "MARDI_MATIN|MARDI_APRES_MIDI|JEUDI_MATIN|JEUDI_APRES_MIDI";

    @AutoClose
    @SuppressWarnings("NullAway.Init")
    private Deployment system;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    void publishANight() {
        system = Deployments.published("calendar", DemonstrationExtract.night());
    }

    @Test
    @Order(1)
    void refusesFilesAndWeeksWithAFaultAndKeepsNothing() {
        assertThat(plan(2, "Jean Dupont;200072031;02168;;" + HALVES + ";;", "2018-01-08")
                        .errors())
                .contains("ligne 2", "animateur")
                .doesNotContain("Dupont");
        assertThat(plan(1, animateur("99999"), "2018-01-08").errors()).contains("99999");
        assertThat(plan(2, animateur("02168"), "2018-01-09").errors()).contains("2018-01-08", "2018-01-15");
        assertThat(system.number("select count(*) from passerelle.study")).isZero();
    }

    /** What is computed and its records are there together, or neither is. */
    @Test
    @Order(2)
    @Tag("I8")
    void leavesNothingOfAComputationThatWasKilled() {
        assertThat(plan(0, animateur("02168"), "2018-01-08").output()).contains("T-000001 (reconstitution) : préparé");
        ProgramProcess run = system.batchStoppedAt("study-before-commit", List.of("tournees", "run", "T-000001"));
        assertThat(run.killNine()).isEqualTo(ProgramProcess.KILLED);

        assertThat(state("T-000001")).isEqualTo("PLANNED");
        assertThat(ended(system, 1, "tournees", "explain", "T-000001", "Mairie").errors())
                .contains("n'est pas calculé : « ./passerelle tournees run T-000001 » d'abord");
        assertThat(system.number("select count(*) from passerelle.study_record"))
                .isZero();
    }

    @Test
    @Order(3)
    @Tag("I8")
    void carriesItsRecordsOnceAfterAKillOfTheRelay() {
        ProgramProcess run = system.batchStoppedAt("calendar-relay", List.of("tournees", "run", "T-000001"));
        assertThat(run.killNine()).isEqualTo(ProgramProcess.KILLED);
        assertThat(state("T-000001")).isEqualTo("COMPUTED");
        assertThat(records()).isEmpty();

        assertThat(ended(system, 0, "tournees", "run", "T-000001").errors()).contains("déjà calculé");

        assertThat(records())
                .hasSize(Math.toIntExact(system.number("select count(*) from passerelle.study_record")))
                .allSatisfy(record -> assertThat(Log.header(record, "type")).isEqualTo("ToursComputed"));
    }

    @Test
    @Order(4)
    void showsWhoHoldsWhat() {
        assertThat(said(system, "tournees", "show", "T-000001"))
                .contains("Secteurs")
                .satisfies(Deployments::fit);
        assertThat(said(system, "tournees", "show", "T-000001", "--epci", "200072031"))
                .contains("Lieu")
                .satisfies(Deployments::fit);
        assertThat(ended(system, 2, "tournees", "show", "T-000001", "--epci", "200000009")
                        .errors())
                .contains("n'a aucune étape dans l'intercommunalité 200000009");
        assertThat(ended(system, 2, "tournees", "show", "T-000001", "--epci", "200072031", "--json")
                        .errors())
                .contains("Donnez « --epci » ou « --json », pas les deux");
        assertThat(said(system, "tournees", "list")).contains("T-000001").satisfies(Deployments::fit);
        assertThat(said(system, "tournees", "diff", "T-000001")).contains("Par rapport à ce qui est publié");
    }

    @Test
    @Order(5)
    void publishesOnceAndNeverOverSomethingElse() {
        plan(0, animateur("02168"), "2018-01-08");
        said(system, "tournees", "run", "T-000002");

        assertThat(said(system, "tournees", "publish", "T-000001", "--reason", "Rentrée"))
                .contains("est publié");
        assertThat(said(system, "tournees", "publish", "T-000001", "--reason", "Rentrée"))
                .contains("déjà publié");
        assertThat(ended(system, 1, "tournees", "publish", "T-000002", "--reason", "Trop tard")
                        .errors())
                .contains("un autre calendrier a été publié depuis");
        assertThat(said(system, "tournees", "explain", "T-000002", etape("T-000002")))
                .contains("(" + etape("T-000002") + ") : ", "en 4 semaines.");
        assertThat(ended(system, 1, "tournees", "discard", "T-000001", "--reason", "Non")
                        .errors())
                .contains("ne s'écarte pas");
        assertThat(said(system, "tournees", "discard", "T-000002", "--reason", "Trop tard"))
                .contains("écarté");
        assertThat(ended(system, 1, "tournees", "run", "T-000002").errors()).contains("est écarté");
    }

    /** A session is one for life: what an agenda took is moved there, or struck out, and never stands twice. */
    @Test
    @Order(6)
    void movesWhatAnIllnessTakesAndTellsAgendasOnce() {
        Map<String, Integer> before = sequences();
        plan(0, animateur("02168", ILL), "2018-01-08");
        said(system, "tournees", "run", "T-000003");

        JsonNode changes = JsonMapper.shared().readTree(said(system, "tournees", "diff", "T-000003", "--json"));
        List<String> natures = changes.findValuesAsString("nature");
        assertThat(natures).isNotEmpty().isSubsetOf("DEPLACEE", "SUPPRIMEE");
        assertThat(said(system, "tournees", "diff", "T-000003"))
                .startsWith("Par rapport à ce qui est publié : "
                        + natures.stream().filter("DEPLACEE"::equals).count())
                .contains("0 ajoutée");
        said(system, "tournees", "publish", "T-000003", "--reason", "Malade");

        Map<String, Integer> after = sequences();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.values().stream().filter(sequence -> sequence == 1)).hasSameSizeAs(natures);
    }

    /** A run exports what had been announced when it was published: nothing, then all of it. */
    @Test
    @Order(7)
    void exportsWhatWasAnnouncedWhenANightWasPublished() {
        assertThat(export("seances", "csv").lines()).hasSize(1);
        assertThat(exported("seances", "csv")).contains("Des calendriers ont été publiés après");
        List<String> again = new ArrayList<>(DemonstrationExtract.night());
        again.add("--force");
        system.night(again);

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
    @Order(8)
    void makesTheTopicAgainFromTheTable() {
        assertThat(said(system, "verify")).contains("Tout concorde");
        List<String> before = ids();
        assertThat(system.stop()).isTrue();

        said(system, "rebuild-topics");

        assertThat(ids()).isEqualTo(before).doesNotHaveDuplicates().isNotEmpty();
    }

    private Program plan(int exit, String row, String from) {
        return ended(
                system,
                exit,
                "tournees",
                "plan",
                "--animateurs",
                file(row),
                "--from",
                from,
                "--weeks",
                "4",
                "--reason",
                "Essai");
    }

    /** What the command says of it. */
    private String exported(String dataset, String format) {
        Path file = folder.resolve(dataset + "." + format);
        return said(system, "export", dataset, "--format", format, "--force", "--output", file.toString());
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
        said(system, "tournees", "ics", "--published", "--dir", folder.toString(), "--force");
        String agenda = Tree.read(folder.resolve("animateur-A-01.ics")).replace("\r\n ", "");
        return EVENT.matcher(agenda)
                .results()
                .collect(Collectors.toMap(event -> event.group(1), event -> Integer.valueOf(event.group(2))));
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        return system.broker().committed(system.topics().calendars(), new StringDeserializer());
    }

    private List<String> ids() {
        return records().stream().map(each -> Log.header(each, "event_id")).toList();
    }

    private String state(String id) {
        return JsonMapper.shared()
                .readTree(said(system, "tournees", "show", id, "--json"))
                .get("state")
                .asString();
    }

    private String etape(String id) {
        return JsonMapper.shared()
                .readTree(said(system, "tournees", "show", id, "--json"))
                .findValuesAsString("etape")
                .getFirst();
    }

    private String file(String row) {
        return Tree.write(folder.resolve("animateurs.csv"), HEADER + row + "\n").toString();
    }
}
