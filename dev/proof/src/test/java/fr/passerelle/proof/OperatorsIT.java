package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.words;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Broker;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The guide of operators, followed to the letter through the launcher, in the order of its sections, over servers of its own: each
 * incident is made to happen, then the section's commands are run, and what they print is what the guide shows. The longest begins first.
 */
@Tag("proof")
@Order(1)
@Story.Told
class OperatorsIT {

    private static final Guidebook GUIDE = Guidebook.at(Tree.root().resolve("docs/operators.md"));

    private static final String SABLONS = Inputs.demonstration("frequentation-sablons.csv") + " --mapping "
            + Inputs.demonstration("mappings/demo-sablons.yaml");
    private static final int PRESENCES = 9;

    @TempDir
    private static Path folder;

    private Terminal terminal;
    private String firstHash = "";

    @BeforeAll
    void publishAFirstNight() throws IOException {
        terminal = Terminal.in(folder, Tree.root());
        terminal.run("./passerelle up", 0);
        terminal.run(night(), 3);
        firstHash = terminal.currentHash();
    }

    @AfterAll
    void stop() {
        terminal.run("./passerelle down", 0);
    }

    @Test
    void comparesPutsInForceAndTakesBackAnotherBareme() {
        assertThat(follow("### Du plan au retour"))
                .containsAll(GUIDE.section("### Du plan au retour").shown().stream()
                        .map(Terminal::plain)
                        .toList());
        assertThat(folder.resolve("rejeu.html")).content().contains("R-000001").doesNotContain("<script");
        assertThat(terminal.currentHash()).isEqualTo(firstHash);
    }

    @Test
    void takesUpARunWhoseProcessIsDead() {
        nightPausedAt("stage-chunk-2").killNine();

        follow("### Une exécution bloquée");

        assertThat(terminal.currentHash()).isEqualTo(firstHash);
    }

    @Test
    void settlesADeadLetter() {
        sendWhatNobodyCanRead();
        Waiting.until(() -> letters().size() == 1);
        terminal.means("LETTRE", letters().get(0).get("id").asString());

        follow("### Des lettres mortes");

        assertThat(terminal.currentHash()).isEqualTo(firstHash);
    }

    @Test
    void takesBackAFileThatShouldNotHaveCome() throws IOException {
        Files.writeString(folder.resolve("releve.csv"), wrongRegister());
        terminal.run(again(folder.resolve("releve.csv").toString()), 3);
        assertThat(terminal.currentHash()).isNotEqualTo(firstHash);
        terminal.means("EMPREINTE", hashOf("releve.csv"));

        follow("### Un mauvais fichier");

        assertThat(terminal.currentHash()).isEqualTo(firstHash);
    }

    @Test
    void refusesABaremeThatDoesNotHold() throws IOException {
        var bareme = Tree.read(Tree.root().resolve("schemas/src/main/resources/baremes/2017-05.yaml"));
        Files.writeString(
                folder.resolve("essai.yaml"), bareme.replaceFirst("taux: \\{valeur: [^,]+", "taux: {valeur: 8"));

        follow("### Un mauvais barème");

        assertThat(terminal.currentHash()).isEqualTo(firstHash);
    }

    @Test
    void refillsABrokerThatWasLost() {
        terminal.run("./passerelle down", 0);
        terminal.run("rm -rf var/kafka", 0);

        follow("### Un broker perdu");

        assertThat(terminal.currentHash()).isEqualTo(firstHash);
    }

    @Test
    void goesOnFromABackup() {
        follow("### Sauvegarder");
        terminal.run(again(SABLONS) + " --force", 3);

        follow("### Une sauvegarde restaurée");

        assertThat(terminal.currentHash()).isEqualTo(firstHash);
    }

    @Test
    void goesOnAfterTheDatabaseHadNoRoomLeft() {
        var batch = nightPausedAt("stage-chunk-3");
        new LocalServers(folder.resolve("var")).end(Server.POSTGRESQL, "KILL");
        batch.killNine();
        terminal.means("EXECUTION", "N-000007");

        follow("### Un disque plein");

        assertThat(terminal.currentHash()).isEqualTo(firstHash);
    }

    @Test
    void tellsWhoTookAwayWhat() {
        var printed = follow("## Le registre des gestes");

        assertThat(printed).anyMatch(line -> line.contains("EXPORTED") && line.contains("commande"));
        assertThat(printed).anyMatch(line -> line.contains("registre des gestes") && line.contains("concorde"));
        assertThat(folder.resolve("gestes.csv")).content().contains("EXPORTED");
    }

    /** The native solver and the archive of classes are the launcher's affair; what tests give a JVM, it names; a trial says how far it is. */
    @Test
    void computesWithoutAWordOfTheMachine() {

        assertThat(terminal.run("./passerelle enveloppe essai --credits " + Inputs.demonstration("credits.csv"), 0)
                        .errors()
                        .lines())
                .allMatch(line -> line.startsWith("Picked up JAVA_TOOL_OPTIONS: ") || line.endsWith("…"));
    }

    private List<String> follow(String title) {
        return terminal.follow(GUIDE.section(title));
    }

    /** That of the demonstration, so that the guide shows its figures. */
    private static String night() {
        return "./passerelle " + String.join(" ", Inputs.demonstration());
    }

    /** The same inventory with one register, which is read in a moment: what is known of the others stays. */
    private static String again(String register) {
        var files = Stream.of("salles.csv", "intercommunalites.csv", "sites.csv", "territoires.csv", "besoins.csv")
                .map(Inputs::demonstration)
                .toArray();
        var words = words(
                "nightly --rooms %s --intercommunalites %s --sites %s --territoires %s --besoins %s --attendance",
                files);
        return "./passerelle " + String.join(" ", words) + " " + register;
    }

    private ProgramProcess nightPausedAt(String boundary) {
        return terminal.start(
                        "exec " + again(SABLONS) + " --force",
                        Map.of("JAVA_TOOL_OPTIONS", "-Dpasserelle.chunk=100 -Dpasserelle.pause-at=" + boundary))
                .awaitSaying("(?m)^passerelle.pause-at=" + boundary + "$");
    }

    private void sendWhatNobodyCanRead() {
        var endpoints = new LocalServers(folder.resolve("var")).endpoints();
        new Broker(endpoints.administrator())
                .write(new ProducerRecord<>("passerelle.transitions", 0, null, new byte[] {9, 9, 9}));
    }

    private JsonNode letters() {
        return terminal.json("./passerelle dead-letters --json");
    }

    private String hashOf(String name) {
        return terminal.json("./passerelle files --json")
                .valueStream()
                .filter(file -> file.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("sha256")
                .asString()
                .substring(0, 12);
    }

    /** Every session of 2017 of the demonstration's register, with a thousand presences. */
    private static String wrongRegister() {
        return Inputs.register(
                rows -> rows.filter(line -> line.contains(";2017-")).map(OperatorsIT::crowded));
    }

    private static String crowded(String line) {
        var cells = line.split(";", -1);
        cells[PRESENCES] = "1000";
        return String.join(";", cells);
    }
}
