package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.Workspace;
import fr.passerelle.local.fixture.Scratch;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Deployment.Site;
import fr.passerelle.local.program.PackagedPrograms;
import fr.passerelle.local.program.Program;
import fr.passerelle.local.program.Program.Patience;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.server.Endpoints;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.ReadModel;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Runs;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The deployments that tests work on, and the programs that they start beside them. */
final class Deployments {

    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(10), Duration.ofMinutes(2));

    private static final PackagedPrograms PROGRAMS =
            new PackagedPrograms(Workspace.fromLauncher(), Tree.root().resolve("dev/proof/target/programs"), PATIENCE);

    /** What is not killed nor frozen runs in this JVM. */
    private static final ThreadLauncher THREADS = new ThreadLauncher(PROGRAMS, PATIENCE);

    /**
     * Few partitions, each of which costs a store and a transaction; short waits, but for what starts and for a busy
     * disk.
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "passerelle.partitions", "4",
            "passerelle.kafka.patience", "60s",
            "passerelle.await.empty-group", "60s",
            "passerelle.await.interval", "100ms",
            "passerelle.stream.commit-interval", "200ms",
            "passerelle.stream.transaction-timeout", "10s");

    /** Whatever Java a shell starts ends within seconds: its second compiler costs half of a processor and gives nothing back. */
    private static final Map<String, String> SHORT_LIVED =
            Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");

    private Deployments() {}

    /** A new one on the build's servers, its schemas and topics registered. */
    static Deployment fresh(String name) {
        return fresh(name, Map.of());
    }

    static Deployment fresh(String name, Map<String, String> more) {
        return at(TestServers.fresh(name), more).register();
    }

    /** A new one, with an instance of events, on which a night was published. */
    static Deployment published(String name, List<String> night) {
        var system = fresh(name);
        try {
            system.events(1);
            system.night(night);
            return system;
        } catch (RuntimeException | AssertionError fault) {
            system.close();
            throw fault;
        }
    }

    /** The demonstration as it was imported and published, once a build: to be read, never to be changed. */
    static Deployment demonstration() {
        return at(TestServers.shared("demonstration", Deployments::publishTheDemonstration), Map.of());
    }

    private static void publishTheDemonstration(TestServers servers) {
        try (var system = at(servers, Map.of()).register()) {
            system.events(1);
            system.night(Inputs.demonstration());
        }
    }

    /** What the first run of a system published. */
    static PublishedResults results(Deployment system) {
        var jdbc = JdbcClient.create(new TestServers(system.endpoints(), system.namespace()).dataSource());
        var namespace = new Namespace(system.namespace());
        return new ReadModel(new Runs(jdbc, namespace), new Results(jdbc, namespace), new PlaceTable(jdbc))
                .published(1);
    }

    private static Deployment at(TestServers servers, Map<String, String> more) {
        return at(servers.endpoints(), servers.namespace(), more);
    }

    /** One of a namespace over other servers, whatever is there already. */
    static Deployment over(Endpoints endpoints, String namespace) {
        return at(endpoints, namespace, Map.of());
    }

    /** The live one of servers of its own. */
    static Deployment on(Endpoints endpoints) {
        return at(endpoints, "passerelle", Map.of()).register();
    }

    private static Deployment at(Endpoints endpoints, String namespace, Map<String, String> more) {
        var settings = new HashMap<>(SETTINGS);
        settings.putAll(more);
        var site = new Site(() -> endpoints, namespace, Scratch.directory("deployment"), settings);
        return new Deployment(site, THREADS, PROGRAMS);
    }

    /** Starts a program of a module as a process, whatever it works on. */
    static ProgramProcess start(String module, Map<String, String> properties, List<String> arguments) {
        return PROGRAMS.start(
                module, properties, arguments, Scratch.directory(module).resolve(module));
    }

    /** The command that starts the program of a module, word by word: its arguments follow. */
    static List<String> command(String module, Map<String, String> properties) {
        return PROGRAMS.command(module, properties, List.of());
    }

    /**
     * Runs a command of cli to its end, and expects this exit code.
     *
     * @param line its words; in a word, {@code %s} stands for the next value, whatever spaces it has, and the values that are left follow
     */
    static Program ended(Deployment system, int code, String line, Object... values) {
        return ended(system, code, words(line, values));
    }

    static Program ended(Deployment system, int code, List<String> words) {
        var program = system.batch(Map.of(), words);
        assertThat(program.end())
                .as(String.join(" ", words) + "\n" + program.transcript())
                .isEqualTo(code);
        return program;
    }

    /** The words of such a line. */
    static List<String> words(String line, Object... values) {
        var left = new ArrayDeque<>(List.of(values));
        var words = new ArrayList<String>();
        for (var word : line.split(" ")) {
            words.add(
                    word.contains("%s") ? word.replace("%s", left.removeFirst().toString()) : word);
        }
        left.forEach(value -> words.add(value.toString()));
        return words;
    }

    /** Runs a command of cli that succeeds; answers what it printed on its standard output. */
    static String said(Deployment system, String line, Object... values) {
        return ended(system, 0, line, values).output();
    }

    static JsonNode json(Deployment system, String line, Object... values) {
        return JsonMapper.shared().readTree(said(system, line, values));
    }

    /** What a command that ends with this code printed on both streams, which is no trace. */
    static String told(Deployment system, int code, String line, Object... values) {
        var told = ended(system, code, line, values).transcript();
        assertThat(told).doesNotContain("\tat ");
        return told;
    }

    /** What a command that ends with this code complained of on its error stream; neither stream holds a trace. */
    static String refused(Deployment system, int code, String line, Object... values) {
        var program = ended(system, code, line, values);
        assertThat(program.transcript()).doesNotContain("\tat ", "Exception");
        return program.errors();
    }

    /** Kills a command of cli at a boundary, which shows that it came so far. */
    static void killed(Deployment system, String boundary, String line, Object... values) {
        killed(system.batchStoppedAt(boundary, words(line, values)));
    }

    static void killed(ProgramProcess program) {
        assertThat(program.killNine()).isEqualTo(ProgramProcess.KILLED);
    }

    /** What a column says of the latest run. */
    static String latest(Deployment system, String column) {
        return system.text("select " + column + " from passerelle.run order by run_no desc limit 1");
    }

    /** The hash of a night that is published. */
    static String hash(Deployment system, List<String> night) {
        return system.night(night).get("resultHash").asString();
    }

    /** How many rows a table has, those of a condition where one is told behind its name. */
    static long count(Deployment system, String rows) {
        return system.number("select count(*) from passerelle." + rows);
    }

    /** Lets a text through that is no wider than a terminal. */
    static String fit(String output) {
        assertThat(output.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        return output;
    }

    /** Starts a line of a shell from the root of the tree. */
    static ProgramProcess shell(String line, Map<String, String> environment) {
        var command =
                new ProcessBuilder("bash", "-c", line).directory(Tree.root().toFile());
        command.environment().putAll(SHORT_LIVED);
        command.environment().putAll(environment);
        return ProgramProcess.start(command, Scratch.directory("shell").resolve("line"), PATIENCE);
    }
}
