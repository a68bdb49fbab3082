package fr.passerelle.local;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.process.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher does by itself, without building or starting anything. */
class LauncherTest {

    private static final Path LAUNCHER = Path.of(System.getProperty("passerelle.root", ""), "passerelle");

    @Test
    void listsTheCommandsInFrench() {
        var outcome = Commands.run(List.of(LAUNCHER.toString(), "--help"));

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.output()).contains("Usage", "demo", "up", "status", "down", "nightly", "restart", "abandon");
    }

    @Test
    void saysHowItIsUsedWhenNothingIsAsked() {
        assertThat(Commands.run(List.of(LAUNCHER.toString())).exit()).isEqualTo(LocalCommand.WRONG_USE);
    }

    @Test
    void worksThroughALinkInADirectoryWithSpaces(@TempDir Path directory) throws IOException {
        var link = Files.createSymbolicLink(directory.resolve("un lien"), LAUNCHER);

        var outcome = Commands.run(List.of(link.toString(), "--help"));

        Files.delete(link);
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void completesCommandsInBash() {
        var script =
                "source <('%s' completion); COMP_WORDS=(passerelle ni); COMP_CWORD=1; _passerelle; echo \"${COMPREPLY[*]}\""
                        .formatted(LAUNCHER);

        assertThat(Commands.run(List.of("bash", "-c", script)).output().strip()).isEqualTo("nightly");
    }
}
