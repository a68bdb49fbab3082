package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Program;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
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

/**
 * The guide of operators, followed to the letter through the launcher, in the order of its sections, over servers of its own: each
 * incident is made to happen, then the section's commands are run, and what they print is what the guide shows.
 */
@Tag("proof")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperatorsIT {

    private static final Path DATA = Tree.root().resolve("dev/demo/data");
    private static final Guidebook GUIDE = Guidebook.at(Tree.root().resolve("docs/operators.md"));

    private static final int PRESENCES = 9;
    private static final String DEEP = "verify --deep";
    private static final int LOOKS = 10;

    @TempDir
    private static Path folder;

    private final Map<String, String> words = new LinkedHashMap<>();
    private String firstHash = "";

    @BeforeAll
    void publishAFirstNight() throws IOException {
        var stamp = Tree.root().resolve("target/.built");
        Files.createDirectories(stamp.getParent());
        Files.write(stamp, new byte[0]);
        run("./passerelle up", 0);
        run(night(), 3);
        firstHash = currentHash();
    }

    @AfterAll
    void stop() {
        run("./passerelle down", 0);
    }

    @Test
    @Order(1)
    void comparesPutsInForceAndTakesBackAnotherBareme() {
        var printed = follow("### Du plan au retour");

        assertThat(printed)
                .containsAll(GUIDE.section("### Du plan au retour").shown().stream()
                        .map(OperatorsIT::plain)
                        .toList());
        assertThat(folder.resolve("rejeu.html")).content().contains("R-000001").doesNotContain("<script");
        assertThat(currentHash()).isEqualTo(firstHash);
    }

    @Test
    @Order(2)
    void takesUpARunWhoseProcessIsDead() {
        killANightAt("stage-chunk-2");

        follow("### Une exécution bloquée");

        assertThat(currentHash()).isEqualTo(firstHash);
    }

    @Test
    @Order(3)
    void settlesADeadLetter() {
        sendWhatNobodyCanRead();
        Waiting.until(Duration.ofMinutes(1), () -> letters().size() == 1);
        words.put("LETTRE", letters().get(0).get("id").asString());

        follow("### Des lettres mortes");

        assertThat(currentHash()).isEqualTo(firstHash);
    }

    @Test
    @Order(4)
    void takesBackAFileThatShouldNotHaveCome() throws IOException {
        Files.writeString(folder.resolve("releve.csv"), wrongRegister());
        run(night("--attendance " + folder.resolve("releve.csv")), 3);
        assertThat(currentHash()).isNotEqualTo(firstHash);
        words.put("EMPREINTE", hashOf("releve.csv"));

        follow("### Un mauvais fichier");

        assertThat(currentHash()).isEqualTo(firstHash);
    }

    @Test
    @Order(5)
    void refusesABaremeThatDoesNotHold() throws IOException {
        var bareme = Tree.read(Tree.root().resolve("schemas/src/main/resources/baremes/2017-05.yaml"));
        Files.writeString(
                folder.resolve("essai.yaml"), bareme.replaceFirst("taux: \\{valeur: [^,]+", "taux: {valeur: 8"));

        follow("### Un mauvais barème");

        assertThat(currentHash()).isEqualTo(firstHash);
    }

    @Test
    @Order(6)
    void refillsABrokerThatWasLost() {
        run("./passerelle down", 0);
        run("rm -rf var/kafka", 0);

        follow("### Un broker perdu");

        assertThat(currentHash()).isEqualTo(firstHash);
    }

    @Test
    @Order(7)
    void goesOnFromABackup() {
        follow("### Sauvegarder");
        run(night("--force"), 3);

        follow("### Une sauvegarde restaurée");

        assertThat(currentHash()).isEqualTo(firstHash);
    }

    @Test
    @Order(8)
    void goesOnAfterTheDatabaseHadNoRoomLeft() {
        var batch = nightPausedAt("stage-chunk-3");
        LocalServers.at(folder.resolve("var")).kill(Server.POSTGRESQL);
        batch.killNine();
        words.put("EXECUTION", "N-000007");

        follow("### Un disque plein");

        assertThat(currentHash()).isEqualTo(firstHash);
    }

    /** Runs the commands of a section; answers the lines that they printed. */
    private List<String> follow(String title) {
        var printed = new ArrayList<String>();
        var commands = GUIDE.section(title).commands();
        assertThat(commands).as(title).isNotEmpty();
        for (var command : commands) {
            if (command.line().contains(DEEP)) {
                awaitAgreement(command.line());
            }
            run(command.line(), command.codes().toArray(Integer[]::new))
                    .output()
                    .lines()
                    .map(OperatorsIT::plain)
                    .forEach(printed::add);
        }
        return printed;
    }

    /** Events, started again, reads for a while; as long as it does, verification names what is not there yet. */
    private void awaitAgreement(String line) {
        for (int i = 0; i < LOOKS && start(line, Map.of()).end() != 0; i++) {
            // The command itself takes long enough.
        }
    }

    /** Whatever the width of its spaces. */
    private static String plain(String line) {
        return line.replaceAll("[\\u00a0\\u202f]", " ").stripTrailing();
    }

    private Program run(String line, Integer... codes) {
        var program = start(line, Map.of());
        var code = program.end();
        assertThat(List.of(codes))
                .as(line + "\n" + program.output() + program.errors())
                .contains(code);
        assertThat(program.output() + program.errors()).as(line).doesNotContain("\tat ");
        return program;
    }

    private ProgramProcess start(String line, Map<String, String> more) {
        var environment = new LinkedHashMap<>(more);
        environment.put("PASSERELLE_VAR", folder.resolve("var").toString());
        var spoken =
                line.replace("./passerelle", Tree.root().resolve("passerelle").toString());
        for (var word : words.entrySet()) {
            spoken = spoken.replace(word.getKey(), word.getValue());
        }
        return Deployments.shell("cd '" + folder + "' && " + spoken, environment);
    }

    private static String night() {
        return "./passerelle nightly --rooms %s --intercommunalites %s --attendance %s"
                .formatted(
                        DATA.resolve("salles.csv"),
                        DATA.resolve("intercommunalites.csv"),
                        DATA.resolve("frequentation.csv"));
    }

    private static String night(String more) {
        return night() + " " + more;
    }

    private void killANightAt(String boundary) {
        nightPausedAt(boundary).killNine();
    }

    private ProgramProcess nightPausedAt(String boundary) {
        return start("exec " + night("--force"), Map.of("JAVA_TOOL_OPTIONS", "-Dpasserelle.pause-at=" + boundary))
                .awaitSaying("(?m)^passerelle.pause-at=" + boundary + "$");
    }

    private void sendWhatNobodyCanRead() {
        var endpoints = LocalServers.at(folder.resolve("var")).endpoints();
        try (var producer = new KafkaProducer<>(
                endpoints.administrator().with(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("passerelle.transitions", 0, null, new byte[] {9, 9, 9}));
        }
    }

    private JsonNode letters() {
        return json("./passerelle dead-letters --json");
    }

    private String currentHash() {
        return json("./passerelle runs --json").get(0).get("resultHash").asString();
    }

    private String hashOf(String name) {
        return json("./passerelle files --json")
                .valueStream()
                .filter(file -> file.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("sha256")
                .asString()
                .substring(0, 12);
    }

    private JsonNode json(String line) {
        return JsonMapper.shared().readTree(run(line, 0).output());
    }

    /** Every session of 2017 of the demonstration's register, with a thousand presences. */
    private static String wrongRegister() {
        var lines = Tree.read(DATA.resolve("frequentation.csv")).lines().toList();
        return Stream.concat(
                        lines.stream().limit(1),
                        lines.stream().filter(line -> line.contains(";2017-")).map(OperatorsIT::crowded))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String crowded(String line) {
        var cells = line.split(";", -1);
        cells[PRESENCES] = "1000";
        return String.join(";", cells);
    }
}
