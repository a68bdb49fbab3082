package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.passerelle.local.process.ChildProcesses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each alert fires on the figures that it is for, and none on those of a quiet night: Prometheus' own tool says so. */
class AlertsTest {

    private static final Path RULES = Tree.root().resolve("dev/release/prometheus");

    @BeforeEach
    void needThatTool() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/promtool")), "promtool (Debian: prometheus)");
    }

    @Test
    void areRulesThatPrometheusTakesAndFireOnWhatTheyAreForAlone() {
        assertSucceeds("promtool check rules passerelle.rules.yml");
        assertSucceeds("promtool test rules passerelle.test.yml");
    }

    @Test
    void haveEachTheirOwnCase() {
        var cases = Tree.read(RULES.resolve("passerelle.test.yml"));

        assertThat(Tree.read(RULES.resolve("passerelle.rules.yml")).lines().filter(line -> line.contains("- alert: ")))
                .isNotEmpty()
                .allMatch(line -> cases.contains("alertname=\"" + line.substring(line.indexOf(": ") + 2) + "\""));
    }

    private static void assertSucceeds(String command) {
        var outcome = ChildProcesses.run(List.of(command.split(" ")), RULES);
        assertThat(outcome.exit()).as(outcome.output()).isZero();
    }
}
