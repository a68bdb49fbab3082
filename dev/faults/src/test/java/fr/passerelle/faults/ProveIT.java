package fr.passerelle.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form: some kills of each of the four processes and a record that nobody can decode, from a fixed seed. */
class ProveIT {

    private static final String FAULTS = "kill-nightly,kill-events,kill-kafka,kill-postgresql,poison";

    @Test
    void holdsEveryPromiseWhileTheFourProcessesAreKilledAndShowsThatEachKillFired(@TempDir Path folder)
            throws Exception {
        var said = new StringWriter();
        var json = folder.resolve("tours.jsonl");

        var code = ProveCommand.commandLine()
                .setOut(new PrintWriter(said))
                .execute(
                        "--seed",
                        "36",
                        "--rounds",
                        "3",
                        "--nights",
                        "3",
                        "--minutes",
                        "4",
                        "--faults",
                        FAULTS,
                        "--json",
                        json.toString());

        assertThat(code).as(said.toString()).isZero();
        assertThat(Files.readAllLines(json)).hasSize(3).allMatch(line -> line.contains("\"violations\":[]"));
        assertThat(said.toString()).contains("code 137", "signal 9, disparu", "tenu", "a eu lieu");
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
