package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs leave for whoever looks for a fault: traces and the run in files that turn, a sentence on the terminal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiagnosticsIT {

    private static final String FAULT = """
        create function passerelle.fault() returns trigger language plpgsql
            as $$begin raise exception 'Nothing may be staged tonight'; end$$;
        create trigger fault before insert on passerelle.staged_line
            for each row execute function passerelle.fault()\
        """;

    @AutoClose
    private final Deployment system = Deployments.fresh("diagnostics");

    private Program failed;

    @BeforeAll
    void failANight() {
        system.events(1);
        system.night(Inputs.workedCases());
        system.change(FAULT);
        failed = system.batch(Stream.concat(Inputs.workedCases().stream(), Stream.of("--force"))
                .toArray(String[]::new));
    }

    @Test
    void tellsTheTerminalASentenceAndTheFileTheTrace() throws IOException {
        assertThat(failed.end()).isEqualTo(1);

        assertThat(failed.output() + failed.errors())
                .contains("Erreur inattendue (")
                .doesNotContain("\tat ", "Nothing may be staged tonight", " ERROR ");
        assertThat(kept("passerelle-cli.log"))
                .contains(" ERROR [N-000002] ", "\tat org.postgresql.", "Nothing may be staged tonight");
    }

    @Test
    void tellsTheRunOfWhatEventsScores() throws IOException {
        assertThat(kept("passerelle-events.log").lines().filter(line -> line.contains("salles notées")))
                .isNotEmpty()
                .allMatch(line -> line.contains("[N-000001]"));
    }

    @Test
    void writesJsonWhereItIsAskedTo() throws IOException {
        assertThat(failed.end()).isEqualTo(1);
        var file = system.directory().resolve("log/json.log");
        var asked = Map.of("logging.structured.format.file", "ecs", "logging.file.name", file.toString());

        assertThat(system.batchProcess(asked, List.of("restart", "N-000002")).end())
                .isEqualTo(1);

        assertThat(kept("json.log").lines().map(JsonMapper.shared()::readTree))
                .isNotEmpty()
                .anyMatch(line -> isTheFaultOf("N-000002", line));
    }

    @Test
    void goesOnWhereNothingMayBeKept() throws IOException {
        assertThat(failed.end()).isEqualTo(1);
        var noFolder = Files.writeString(system.directory().resolve("occupe"), "");
        var asked =
                Map.of("logging.file.name", noFolder.resolve("passerelle.log").toString());

        var restart = system.batchProcess(asked, List.of("restart", "N-000002"));

        assertThat(restart.end()).isEqualTo(1);
        assertThat(restart.output() + restart.errors())
                .contains("Ce qui ne va pas ne peut pas être gardé dans " + noFolder, "Erreur inattendue (")
                .doesNotContain("\tat ", "|-");
    }

    @Test
    void keepsTheTraceOfAPageThatFails() throws IOException {
        try (var console = ConsoleProgram.start(system.properties(), ConsoleSystem.PASSWORD)) {
            var admin = Visitor.signedIn(console.home(), ConsoleSystem.ADMIN, ConsoleSystem.PASSWORD);
            system.change("alter table passerelle.reject rename to elsewhere");

            var page = admin.get("/executions/N-000001/rejets");
            system.change("alter table passerelle.elsewhere rename to reject");

            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body()).doesNotContain("passerelle.reject", "\tat ");
            assertThat(kept("passerelle-console.log")).contains("passerelle.reject", "\tat org.postgresql.");
        }
    }

    private static boolean isTheFaultOf(String run, JsonNode line) {
        return line.path("run").asString("").equals(run)
                && line.at("/error/stack_trace").asString("").contains("\tat org.postgresql.");
    }

    /** What stands in a file, and in those that it has become as it grew. */
    private String kept(String name) throws IOException {
        try (var files = Files.list(system.directory().resolve("log"))) {
            return String.join(
                    "",
                    files.filter(file -> file.getFileName().toString().startsWith(name))
                            .sorted()
                            .map(Tree::read)
                            .toList());
        }
    }
}
