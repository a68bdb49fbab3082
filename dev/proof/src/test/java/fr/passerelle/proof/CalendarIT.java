package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import fr.passerelle.local.program.ProgramProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
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

    @SuppressWarnings("NullAway.Init")
    private Deployment system;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    void publishANight() {
        system = Deployments.fresh("calendar");
        system.events(1);
        system.night(DemonstrationExtract.night());
    }

    @AfterAll
    void endIt() {
        system.close();
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
        assertThat(ended(1, "tournees", "explain", "T-000001", "Mairie").errors())
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

        assertThat(ended(0, "tournees", "run", "T-000001").errors()).contains("déjà calculé");

        assertThat(records())
                .hasSize(Math.toIntExact(system.number("select count(*) from passerelle.study_record")))
                .allSatisfy(record -> assertThat(Log.header(record, "type")).isEqualTo("ToursComputed"));
    }

    @Test
    @Order(4)
    void showsWhoHoldsWhat() {
        assertThat(said("tournees", "show", "T-000001")).contains("Secteurs").satisfies(CalendarIT::fits);
        assertThat(said("tournees", "show", "T-000001", "--epci", "200072031"))
                .contains("Lieu")
                .satisfies(CalendarIT::fits);
        assertThat(ended(2, "tournees", "show", "T-000001", "--epci", "200000009")
                        .errors())
                .contains("n'a aucune étape dans l'intercommunalité 200000009");
        assertThat(said("tournees", "list")).contains("T-000001").satisfies(CalendarIT::fits);
        assertThat(said("tournees", "diff", "T-000001")).contains("Par rapport à ce qui est publié");
    }

    @Test
    @Order(5)
    void publishesOnceAndNeverOverSomethingElse() {
        plan(0, animateur("02168"), "2018-01-08");
        said("tournees", "run", "T-000002");

        assertThat(said("tournees", "publish", "T-000001", "--reason", "Rentrée"))
                .contains("est publié");
        assertThat(said("tournees", "publish", "T-000001", "--reason", "Rentrée"))
                .contains("déjà publié");
        assertThat(ended(1, "tournees", "publish", "T-000002", "--reason", "Trop tard")
                        .errors())
                .contains("un autre calendrier a été publié depuis");
        assertThat(said("tournees", "explain", "T-000002", etape("T-000002")))
                .contains("(" + etape("T-000002") + ") : ", "en 4 semaines.");
        assertThat(ended(1, "tournees", "discard", "T-000001", "--reason", "Non")
                        .errors())
                .contains("ne s'écarte pas");
        assertThat(said("tournees", "discard", "T-000002", "--reason", "Trop tard"))
                .contains("écarté");
        assertThat(ended(1, "tournees", "run", "T-000002").errors()).contains("est écarté");
    }

    /** A session is one for life: what an agenda took is moved there, or struck out, and never stands twice. */
    @Test
    @Order(6)
    void movesWhatAnIllnessTakesAndTellsAgendasOnce() {
        Map<String, Integer> before = sequences();
        plan(0, animateur("02168", ILL), "2018-01-08");
        said("tournees", "run", "T-000003");

        JsonNode changes = JsonMapper.shared().readTree(said("tournees", "diff", "T-000003", "--json"));
        List<String> natures = changes.findValuesAsString("nature");
        assertThat(natures).isNotEmpty().isSubsetOf("DEPLACEE", "SUPPRIMEE");
        assertThat(said("tournees", "diff", "T-000003"))
                .startsWith("Par rapport à ce qui est publié : "
                        + natures.stream().filter("DEPLACEE"::equals).count())
                .contains("0 ajoutée");
        said("tournees", "publish", "T-000003", "--reason", "Malade");

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
        assertThat(said("verify")).contains("Tout concorde");
        List<String> before = ids();
        assertThat(system.stop()).isTrue();

        said("rebuild-topics");

        assertThat(ids()).isEqualTo(before).doesNotHaveDuplicates().isNotEmpty();
    }

    private Program plan(int exit, String row, String from) {
        return ended(
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
        return said("export", dataset, "--format", format, "--force", "--output", file.toString());
    }

    private String export(String dataset, String format) {
        exported(dataset, format);
        try {
            return Files.readString(folder.resolve(dataset + "." + format));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String animateur(String commune) {
        return animateur(commune, "");
    }

    private static String animateur(String commune, String absences) {
        return "A-01;200072031;" + commune + ";;" + HALVES + ";" + absences + ";";
    }

    /** How often each session was told otherwise, as the agenda of the animateur reads it. */
    private Map<String, Integer> sequences() {
        said("tournees", "ics", "--published", "--dir", folder.toString(), "--force");
        try {
            String agenda =
                    Files.readString(folder.resolve("animateur-A-01.ics")).replace("\r\n ", "");
            return EVENT.matcher(agenda)
                    .results()
                    .collect(Collectors.toMap(event -> event.group(1), event -> Integer.valueOf(event.group(2))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        return system.broker().committed(system.topics().calendars(), new StringDeserializer());
    }

    private List<String> ids() {
        return records().stream().map(each -> Log.header(each, "event_id")).toList();
    }

    private String state(String id) {
        return JsonMapper.shared()
                .readTree(said("tournees", "show", id, "--json"))
                .get("state")
                .asString();
    }

    private String etape(String id) {
        return JsonMapper.shared()
                .readTree(said("tournees", "show", id, "--json"))
                .findValuesAsString("etape")
                .getFirst();
    }

    private String file(String row) {
        try {
            return Files.writeString(folder.resolve("animateurs.csv"), HEADER + row + "\n")
                    .toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String said(String... command) {
        return ended(0, command).output();
    }

    private Program ended(int exit, String... command) {
        Program program = system.batch(command);
        assertThat(program.end())
                .as(String.join(" ", command) + "\n" + program.output() + program.errors())
                .isEqualTo(exit);
        return program;
    }

    private static void fits(String output) {
        assertThat(output.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
}
