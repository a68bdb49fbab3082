package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import fr.passerelle.local.program.ProgramProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * I9: no person enters. A canary is planted in every kind of place of the inputs; runs are published, refused, killed, restarted and given
 * up; then all that was kept and said is searched, and the same search finds a harmless word that was planted beside.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NobodyIT {

    private static final int WRONG_USE = 2;

    @TempDir
    private static Path folder;

    private final Haystack haystack = new Haystack();
    private final Haystack paths = new Haystack();
    private final List<String> letIn = new ArrayList<>();
    private final Deployment system = Deployments.fresh("nobody");

    @BeforeAll
    void liveThroughEverything() {
        var planted = new Planted(folder);
        var night = planted.night();
        giveUpARunThatFails(night);
        var events = system.events(1);
        var killed = system.batchStoppedAt("before-publish", night);
        assertThat(killed.killNine()).isEqualTo(ProgramProcess.KILLED);
        said("killed night", killed);
        said("restart", run(3, "restart", "N-000002"));
        planted.refused().forEach(this::refused);
        Planted.told().forEach(this::refusedCommand);
        useTheConsole();
        export();
        failInTheDatabase();
        said("events", events);
        gather();
    }

    @AfterAll
    void endIt() {
        system.close();
    }

    @Test
    void findsAHarmlessWordWhereverItWasLetIn() {
        assertThat(places("table passerelle.", Canary::harmlessIn))
                .contains("table passerelle.journal", "table passerelle.reject");
        assertThat(places("topic ", Canary::harmlessIn)).contains("topic " + system.namespace() + ".transitions");
        assertThat(places("said rejects", Canary::harmlessIn)).isNotEmpty();
        assertThat(places("file ", Canary::harmlessIn))
                .anyMatch(place -> place.endsWith("rejets.csv"))
                .anyMatch(place -> place.endsWith("rejets.xlsx"))
                .anyMatch(place -> place.endsWith("postgresql.log"));
        assertThat(places("file ", text -> text.contains(system.namespace())))
                .anyMatch(place -> place.endsWith("kafka.log"));
    }

    @Test
    void masksAndCountsWhatItMet() {
        assertThat(system.number("select count(*) from passerelle.correction where code = 'PERSONNE_MASQUEE'"))
                .isGreaterThanOrEqualTo(3);
        assertThat(system.number("select count(*) from passerelle.correction where code = 'ACTIVITE_AUTRE'"))
                .isGreaterThanOrEqualTo(3);
        assertThat(system.number("select count(*) from passerelle.reject where reason = 'NOM_PERSONNE'"))
                .isGreaterThanOrEqualTo(2);
        assertThat(system.number("select count(*) from passerelle.reject where reason = 'IDENTIFIANT_PERSONNE'"))
                .isGreaterThanOrEqualTo(5);
        assertThat(system.text("select cells ->> 'rejet_sha256' from passerelle.reject where reason = 'COLONNES'"))
                .matches("[0-9a-f]{64}");
    }

    @Test
    @Tag("I9")
    void refusesWhateverSaysSomebodyWhereItIsKeptAsItStands() {
        assertThat(letIn).isEmpty();
    }

    @Test
    void tellsTheNightsColumnsThatWereLetInAndActivitiesThatNobodyKnows() {
        assertThat(haystack.at("said restart"))
                .contains("Lignes dont l'activité, hors du vocabulaire, est devenue AUTRE : ")
                .contains("« Intervenant » (toujours une association)");
    }

    @Test
    void keepsThePathsOfTheInputsInTheirPlaceAloneUntilTheRunEnds() {
        assertThat(paths.places())
                .anyMatch(place -> !Canary.tracesIn(paths.at(place)).isEmpty());
    }

    @Test
    @Tag("I9")
    void letsNobodyIn() {
        assertThat(haystack.places())
                .allSatisfy(place -> assertThat(Canary.tracesIn(haystack.at(place)))
                        .as(() -> place + "\n" + Canary.linesIn(haystack.at(place)))
                        .isEmpty());
    }

    private void giveUpARunThatFails(List<String> night) {
        said("failed night", run(1, night.toArray(String[]::new)));
        paths.addFiles(system.directory().resolve("inputs"), file -> true);
        said(
                "abandon",
                run(0, "abandon", "N-000001", "--reason", "Demandé par " + Canary.NAME + " puis " + Canary.ALL));
    }

    private void refused(List<String> attendance) {
        var night = new ArrayList<>(List.of("nightly", "--rooms"));
        night.add(Tree.root()
                .resolve("dev/proof/src/test/resources/worked/salles.csv")
                .toString());
        night.add("--attendance");
        night.addAll(attendance);
        refusedCommand(night);
    }

    private void refusedCommand(List<String> command) {
        var program = system.batch(command.toArray(String[]::new));
        if (program.end() != WRONG_USE) {
            letIn.add(String.join(" ", command));
        }
        said("refused command", program);
    }

    private void useTheConsole() {
        try (var console =
                ConsoleProgram.start(ConsoleSystem.withOperator(system.properties()), ConsoleSystem.PASSWORD)) {
            letIn.addAll(new PlantedForms(console.home()).fill());
            said("console", console.log());
        }
    }

    private void export() {
        said("rejects", run(0, "rejects"));
        said("rejects as json", run(0, "rejects", "--json"));
        said("corrections", run(0, "rejects", "--corrections", "--json"));
        run(0, "rejects", "--csv", out("rejets.csv"));
        run(0, "rejects", "--corrections", "--csv", out("corrections.csv"));
        run(0, "rejects", "--xlsx", out("rejets.xlsx"));
        said("runs", run(0, "runs"));
    }

    /** The server logs the statement that fails: proof that its log is searched. */
    private void failInTheDatabase() {
        var endpoints = system.endpoints();
        try (var connection = DriverManager.getConnection(
                        endpoints.postgresUrl(), endpoints.postgresUser(), endpoints.postgresPassword());
                var statement = connection.createStatement()) {
            statement.execute("select \"" + Canary.HARMLESS + "\"");
        } catch (SQLException expected) {
            said("failure", String.valueOf(expected.getMessage()));
        }
    }

    private void gather() {
        haystack.addDatabase(system);
        haystack.addTopics(system);
        haystack.addFiles(folder.resolve("out"), file -> true);
        haystack.addFiles(system.directory(), file -> !file.toString().endsWith(".path"));
        haystack.addFiles(
                Tree.root().resolve("target/servers"), file -> file.toString().contains("/log/"));
    }

    private List<String> places(String kind, Predicate<String> found) {
        return haystack.places().stream()
                .filter(place -> place.startsWith(kind))
                .filter(place -> found.test(haystack.at(place)))
                .toList();
    }

    private Program run(int code, String... arguments) {
        var program = system.batch(arguments);
        assertThat(program.end())
                .as(String.join(" ", arguments) + "\n" + program.output() + program.errors())
                .isEqualTo(code);
        return program;
    }

    private void said(String what, Program program) {
        said(what, program.output() + "\n" + program.errors());
    }

    private void said(String what, String text) {
        haystack.add("said " + what, text);
    }

    private static String out(String name) {
        try {
            return Files.createDirectories(folder.resolve("out")).resolve(name).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
