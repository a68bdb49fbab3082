package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import fr.passerelle.local.program.Program.Patience;
import fr.passerelle.local.program.ProgramProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prometheus itself takes the figures of both programs, and its alerts fire when something is made to go wrong. */
@Tag("proof")
@Story
class MetricsIT {

    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(10), Duration.ofSeconds(30));
    private static final String CONFIGURATION = """
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        rule_files: [rules.yml]
        scrape_configs:
          - job_name: passerelle
            metrics_path: /actuator/prometheus
            static_configs: [{targets: ['127.0.0.1:%d', '127.0.0.1:%d']}]
        """;

    /** The name of a figure, in a query. */
    private static final Pattern FIGURE = Pattern.compile("[a-z]+(?:_[a-z]+)+");

    private Path folder;

    @AutoClose
    private Deployment system;

    @AutoClose
    private ConsoleProgram console;

    @AutoClose("stop")
    private ProgramProcess prometheus;

    private int port;

    @BeforeAll
    void start(@TempDir Path own) throws IOException {
        folder = own;
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/prometheus")), "prometheus (Debian)");
        system = Deployments.fresh(
                "metrics",
                Map.of("passerelle.metrics", folder.resolve("runs.prom").toString()));
        int events = ConsoleProgram.freePort();
        system.eventsProcess(1, Map.of("spring.main.web-application-type", "servlet", "server.port", "" + events))
                .awaitSaying("est lu");
        system.night(Inputs.workedCases());
        console = ConsoleProgram.supervised(system.properties(), ConsoleSystem.PASSWORD);
        port = ConsoleProgram.freePort();
        prometheus = prometheus(events);
    }

    @Test
    void takesTheFiguresOfTheRunsAndFiresWhenOneStops() {
        awaitOne("passerelle_publication_timestamp_seconds > 0 and passerelle_run_failed == 0");
        awaitOne("passerelle_publication_rows{outcome=\"accepted\"} > 0");
        awaitOne("passerelle_publication_phase_seconds{phase=\"publish\"} >= 0");
        awaitOne("passerelle_log_reading == 1");
        awaitOne("passerelle_database_up == 1");

        system.instances().values().forEach(Program::stop);
        awaitOne("ALERTS{alertname=\"PasserelleEventsArrete\", alertstate=\"firing\"}");
        assertThat(system.batch(Map.of(), Inputs.forced()).end()).isEqualTo(1);
        awaitOne("ALERTS{alertname=\"PasserelleExecutionArretee\", alertstate=\"firing\"}");
        assertThat(Tree.read(folder.resolve("runs.prom"))).contains("passerelle_run_failed 1");
    }

    @Test
    void leavesTheFiguresOfEachRunInAFile() throws IOException {
        var file = folder.resolve("runs.prom");

        assertThat(Tree.read(file))
                .contains("passerelle_publication_rows{outcome=\"accepted\"}", "passerelle_dead_letters_waiting 0");
        var checked = ChildProcesses.run(List.of("bash", "-c", "promtool check metrics < " + file));
        assertThat(checked.exit()).as(checked.output()).isZero();
    }

    @Test
    void hasEachFigureThatTheDashboardShows() {
        var left = Tree.read(folder.resolve("runs.prom"));
        awaitOne("up == 1");

        assertThat(dashboard()).hasSizeGreaterThan(10).allSatisfy(query -> {
            assertThat(answer(query)).as(query).contains("\"status\":\"success\"");
            assertThat(FIGURE.matcher(query).results().map(MatchResult::group))
                    .isNotEmpty()
                    .allSatisfy(figure -> {
                        if (!left.contains("\n" + figure + " ")) {
                            awaitOne("last_over_time(" + figure + "[10m])");
                        }
                    });
        });
    }

    /** What each of its panels asks. */
    private static List<String> dashboard() {
        var file = Tree.root().resolve("dev/release/prometheus/passerelle.dashboard.json");
        return JsonMapper.shared().readTree(Tree.read(file)).findValues("expr").stream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void tellsNobodyByThePortOfThePages() {
        assertThat(new Visitor(console.home()).status("/actuator/prometheus")).isIn(302, 401, 403, 404);
        assertThat(new Visitor(console.supervision()).status("/salles")).isNotEqualTo(200);
    }

    /** Its own rules, but that it waits for a second where they wait for minutes. */
    private ProgramProcess prometheus(int events) throws IOException {
        var rules = Tree.read(Tree.root().resolve("dev/release/prometheus/passerelle.rules.yml"));
        Files.writeString(folder.resolve("rules.yml"), rules.replaceAll("for: \\d+m", "for: 1s"));
        var configuration =
                CONFIGURATION.formatted(events, console.supervision().getPort());
        Files.writeString(folder.resolve("prometheus.yml"), configuration);
        var command = new ProcessBuilder(
                        "prometheus",
                        "--config.file=prometheus.yml",
                        "--storage.tsdb.path=data",
                        "--web.listen-address=127.0.0.1:" + port)
                .directory(folder.toFile());
        return ProgramProcess.start(command, folder.resolve("log"), PATIENCE);
    }

    private void awaitOne(String query) {
        Waiting.until(() -> answer(query).contains("\"value\""));
        assertThat(answer(query)).as(query).contains("\"value\"");
    }

    /** What Prometheus says of a query; nothing while it is not ready. */
    private String answer(String query) {
        var asked = new Visitor(URI.create("http://127.0.0.1:" + port + "/"));
        return asked.status("/-/ready") == 200
                ? asked.get("/api/v1/query?query=" + Visitor.encoded(query)).body()
                : "";
    }
}
