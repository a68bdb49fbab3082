package fr.passerelle.local;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.ChildProcesses.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The commands as a person runs them, each in a process of its own. */
@Tag("proof")
class CommandsIT {

    @TempDir
    private Path var = Path.of("");

    @Test
    void startsShowsAndStops() {
        assertThat(passerelle("status").exit()).isEqualTo(LocalCommand.FAILED);

        assertThat(passerelle("up", "--servers-only").exit()).isEqualTo(LocalCommand.DONE);
        assertThat(passerelle("down", "--events").output()).contains("Le traitement ne tournait pas.");
        var status = passerelle("status", "--json");
        var down = passerelle("down");

        assertThat(processes(status))
                .containsExactly("postgresql=UP", "kafka=UP", "registre=UP", "events=DOWN", "console=DOWN");
        assertThat(down.output()).contains("PostgreSQL : arrêté.", "Les données restent sous " + var);
        assertThat(passerelle("down").output()).contains("Rien ne tournait.");
        assertThat(var.resolve("passerelle.properties")).content().contains("passerelle.kafka.bootstrap=127.0.0.1:");
    }

    @Test
    void refusesAnUnknownOptionInFrench() {
        var outcome = passerelle("up", "--vite");

        assertThat(outcome.exit()).isEqualTo(LocalCommand.WRONG_USE);
        assertThat(outcome.output()).contains("Argument inconnu : --vite");
    }

    private static List<String> processes(Outcome status) {
        var lines = new ArrayList<String>();
        var report = JsonMapper.shared().readTree(status.output());
        report.get("processes")
                .forEach(process -> lines.add(process.get("id").asString() + "="
                        + process.get("state").asString()));
        return lines;
    }

    private Outcome passerelle(String... arguments) {
        var line = new ArrayList<>(List.of(
                ChildProcesses.java(),
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Dpasserelle.root=" + System.getProperty("passerelle.root"),
                "-Dpasserelle.var=" + var,
                "-cp",
                System.getProperty("java.class.path"),
                LocalCommand.class.getName()));
        line.addAll(List.of(arguments));
        return ChildProcesses.run(line);
    }
}
