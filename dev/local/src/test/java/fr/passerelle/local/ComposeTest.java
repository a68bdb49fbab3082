package fr.passerelle.local;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.process.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The containers' description: what can be told without an engine. */
class ComposeTest {

    private static final Path ROOT = Path.of(System.getProperty("passerelle.root", ""));

    @Test
    void holdsNoPasswordAndOpensNoPortToOthers() throws IOException {
        var text = Files.readString(ROOT.resolve("docker-compose.yml"));

        assertThat(text.lines().filter(line -> line.contains("PASSWORD")))
                .isNotEmpty()
                .allMatch(line -> line.matches(".*PASSWORD: \\$\\{\\w+:\\?.*}"));
        assertThat(text.lines().filter(line -> line.matches("\\s+- \\S*:\\d+$")))
                .hasSize(4)
                .allMatch(line -> line.contains("- 127.0.0.1:"));
    }

    /** Where no docker-compose is installed (the build machine installs it), the description stays unread here. */
    @Test
    void isReadByDockerComposeWhereItIsInstalled(@TempDir Path directory) throws IOException {
        var env = Files.writeString(
                directory.resolve("env"),
                Files.readString(ROOT.resolve("dev/docker/env.example")).replace("=\n", "=secret\n"));
        var script =
                "command -v docker-compose >/dev/null || exit 0; docker-compose --env-file '%s' --profile batch -f '%s' config -q"
                        .formatted(env, ROOT.resolve("docker-compose.yml"));

        var outcome = Commands.run(List.of("bash", "-c", script));

        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.exit()).isZero();
    }
}
