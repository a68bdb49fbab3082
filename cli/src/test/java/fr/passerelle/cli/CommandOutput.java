package fr.passerelle.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.test.TestServers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command as a person runs it, in this JVM: its exit code and what it said. */
public record CommandOutput(int code, String out, String err) {

    /** What it said to people, as if a terminal had no end. */
    public String said() {
        return out.replaceAll("\\s+", " ");
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    /** Asserts that it ended well, and said this. */
    public CommandOutput succeeded(String... told) {
        return ended(0, out, told);
    }

    /** Asserts that it ended so, and complained of this without a trace. */
    public CommandOutput failed(int with, String... complaints) {
        assertThat(err).doesNotContain("\tat ");
        return ended(with, err, complaints);
    }

    /** Asserts that a run wrote everything and waits for {@code events} in vain; then gives it up. */
    void waited(TestServers servers) throws SQLException {
        assertThat(err).contains("events n'est pas démarré");
        String last =
                servers.firstColumn("select max(run_id) from passerelle.run").getFirst();
        by(servers, "abandon", last, "--reason", "essai").succeeded();
    }

    private CommandOutput ended(int with, String where, String... sentences) {
        assertThat(code).as(err).isEqualTo(with);
        assertThat(sentences).allSatisfy(each -> assertThat(where).contains(each));
        return this;
    }

    /** Runs a command on a test's servers; it does not wait long for {@code events}, which does not run here. */
    public static CommandOutput by(TestServers servers, String... words) {
        return by(servers, List.of("--passerelle.await.empty-group=1s"), words);
    }

    /** Runs a command that waits for {@code events} as long as people's do. */
    public static CommandOutput patientlyBy(TestServers servers, String... words) {
        return by(servers, List.of(), words);
    }

    private static CommandOutput by(TestServers servers, List<String> settings, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(servers.arguments()));
        all.add("--passerelle.await.interval=100ms");
        all.addAll(settings);
        return by(all.toArray(String[]::new));
    }

    public static CommandOutput by(String... words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, UTF_8));
            System.setErr(new PrintStream(complained, true, UTF_8));
            int code = Passerelle.run(words);
            return new CommandOutput(code, said.toString(UTF_8), complained.toString(UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
