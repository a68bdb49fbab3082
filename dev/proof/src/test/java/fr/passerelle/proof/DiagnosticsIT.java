package fr.passerelle.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import fr.passerelle.schemas.fixture.TinyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs leave for whoever looks for a fault: traces and the run in files that turn, a sentence on the terminal. */
@Story
class DiagnosticsIT {

    private static final String FAULT = """
        create function passerelle.fault() returns trigger language plpgsql
            as $$begin raise exception 'Nothing may be staged tonight'; end$$;
        create trigger fault before insert on passerelle.staged_line
            for each row execute function passerelle.fault()\
        """;

    @AutoClose
    private final Deployment system = Deployments.published("diagnostics", Inputs.workedCases());

    private Program failed;

    @BeforeAll
    void failANight() {
        system.change(FAULT);
        failed = system.batch(Map.of(), Inputs.forced());
    }

    @Test
    void tellsTheTerminalASentenceAndTheFileTheTrace() throws IOException {
        assertThat(failed.end()).isEqualTo(1);

        assertThat(failed.transcript())
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
        assertThat(restart.transcript())
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
    private String kept(String name) {
        return Tree.list(system.directory().resolve("log")).stream()
                .filter(file -> file.getFileName().toString().startsWith(name))
                .map(Tree::read)
                .collect(Collectors.joining());
    }

    /** A night as a collector of traces sees it: what each program did for the run is one trace, from the file to the projection. */
    @Test
    void showsTheNightFromTheFileToTheProjection() throws IOException, GeneralSecurityException {
        try (var collector = new TinyServer(200, "");
                var system = Deployments.fresh("traces")) {
            var traced = Map.of("passerelle.traces.endpoint", collector.url() + "/v1/traces");
            var events = system.eventsProcess(1, traced);
            var night = system.batchProcess(traced, Inputs.workedCases());
            assertThat(night.end()).as(night.transcript()).isZero();
            assertThat(events.stop()).isTrue();

            var trace = traceOf(system.namespace() + "/N-000001");
            assertThat(toldBy("passerelle-batch", collector.bodies()))
                    .contains("attempt", "stage", "fold", "relay", "reconcile", "N-000001", trace);
            assertThat(toldBy("passerelle-events", collector.bodies())).contains("score", "project", "N-000001", trace);
        }
    }

    private static String toldBy(String program, List<String> bodies) {
        var told = bodies.stream().filter(body -> body.contains(program)).toList();
        return String.join("", told);
    }

    /** The sixteen bytes that are the trace's id. */
    private static String traceOf(String run) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(run.getBytes(UTF_8));
        return new String(digest, 0, 16, ISO_8859_1);
    }
}
