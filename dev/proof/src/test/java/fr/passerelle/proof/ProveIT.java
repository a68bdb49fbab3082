package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.faults.ProveCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The campaign of faults from a fixed seed: one night in which our programs are killed in every build, the servers too and a record that nobody can decode as a proof. */
class ProveIT {

    private static final String OURS = "kill-nightly,kill-events";
    private static final String ALL = OURS + ",kill-kafka,kill-postgresql,poison";

    @Test
    @Tag("I1")
    @Tag("I2")
    @Tag("I3")
    @Tag("I4")
    @Tag("I5")
    @Tag("I6")
    @Tag("I7")
    @Tag("I8")
    @Tag("I9")
    @Tag("I10")
    void holdsEveryPromiseThoughANightIsKilled(@TempDir Path folder) throws Exception {
        var said = new StringWriter();
        var json = folder.resolve("tours.jsonl");

        var code = prove(said, json, 1, OURS);

        assertThat(code).as(said.toString()).isZero();
        assertThat(Files.readAllLines(json)).hasSize(1).allMatch(line -> line.contains("\"violations\":[]"));
        assertThat(said.toString())
                .containsPattern("code 137|signal 9, disparu")
                .contains("tenu", "a eu lieu");
    }

    @Test
    @Tag("proof")
    void holdsEveryPromiseWhileTheFourProcessesAreKilledAndShowsThatEachKillFired(@TempDir Path folder)
            throws Exception {
        var said = new StringWriter();
        var json = folder.resolve("tours.jsonl");

        var code = prove(said, json, 3, ALL);

        assertThat(code).as(said.toString()).isZero();
        assertThat(Files.readAllLines(json)).hasSize(3).allMatch(line -> line.contains("\"violations\":[]"));
        assertThat(said.toString()).contains("code 137", "signal 9, disparu", "tenu", "a eu lieu");
    }

    private static int prove(StringWriter said, Path json, int rounds, String faults) {
        return ProveCommand.commandLine()
                .setOut(new PrintWriter(said))
                .execute(
                        "--seed",
                        "36",
                        "--rounds",
                        "" + rounds,
                        "--nights",
                        "" + rounds,
                        "--minutes",
                        "15",
                        "--faults",
                        faults,
                        "--json",
                        json.toString());
    }

    @Test
    void refusesAFaultThatItDoesNotKnow() {
        var said = new StringWriter();

        var code = ProveCommand.commandLine()
                .setOut(new PrintWriter(said))
                .execute("--seed", "1", "--faults", "tremblement-de-terre");

        assertThat(code).isEqualTo(2);
        assertThat(said.toString()).contains("tremblement-de-terre", "kill-nightly");
    }
}
