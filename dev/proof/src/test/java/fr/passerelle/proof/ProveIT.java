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

/** The campaign of faults from a fixed seed: three nights in which programs and servers are killed, and a record that nobody can decode. */
class ProveIT {

    private static final int ROUNDS = 3;

    @Test
    @Tag("proof")
    void holdsEveryPromiseWhileTheFourProcessesAreKilledAndShowsThatEachKillFired(@TempDir Path folder)
            throws Exception {
        var said = new StringWriter();
        var json = folder.resolve("tours.jsonl");

        var code = prove(
                said,
                "--seed 36 --rounds %1$d --nights %1$d --minutes 15 --json %2$s --faults kill-nightly,kill-events,kill-kafka,kill-postgresql,poison"
                        .formatted(ROUNDS, json));

        assertThat(code).as(said.toString()).isZero();
        assertThat(Files.readAllLines(json)).hasSize(ROUNDS).allMatch(line -> line.contains("\"violations\":[]"));
        assertThat(said.toString()).contains("code 137", "signal 9, disparu", "tenu", "a eu lieu");
    }

    private static int prove(StringWriter said, String line) {
        return ProveCommand.commandLine().setOut(new PrintWriter(said)).execute(line.split(" "));
    }

    @Test
    void refusesAFaultThatItDoesNotKnow() {
        var said = new StringWriter();

        assertThat(prove(said, "--seed 1 --faults tremblement-de-terre")).isEqualTo(2);
        assertThat(said.toString()).contains("tremblement-de-terre", "kill-nightly");
    }
}
