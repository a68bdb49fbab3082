package fr.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.process.ChildProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bash completes with the script that the program writes. */
class CompletionTest {

    @TempDir
    private Path folder;

    private Path script;

    @BeforeEach
    void write() throws IOException {
        script = Files.writeString(
                folder.resolve("completion"), CommandOutput.by("completion").out());
    }

    @Test
    void completesCommandsAndOptions() {
        assertThat(completed("ni")).isEqualTo("nightly");
        assertThat(completed("stat")).isEqualTo("status");
        assertThat(completed("replay put")).isEqualTo("put-in-force");
        assertThat(completed("export --pub")).isEqualTo("--public");
        assertThat(completed("--h")).isEqualTo("--help");
        assertThat(completed("mapping init --sh")).isEqualTo("--sheet");
    }

    @Test
    void completesTheValuesThatAnOptionTakes() {
        assertThat(completed("export sal")).isEqualTo("salles");
        assertThat(completed("export salles --format geo")).isEqualTo("geojson");
        assertThat(completed("check --table inter")).isEqualTo("intercommunalites");
        assertThat(completed("decide 240200519 acc")).isEqualTo("accepted");
    }

    @Test
    void leavesFilesToBashWhereNoWordFits() {
        assertThat(completed("bareme check f")).isEmpty();
        assertThat(bash("complete -p passerelle")).contains("-o default");
    }

    private String completed(String words) {
        return bash(
                "COMP_WORDS=(passerelle %s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_passerelle 2> /dev/null; echo \"${COMPREPLY[*]}\""
                        .formatted(words));
    }

    private String bash(String line) {
        return ChildProcesses.run(List.of("bash", "-c", "source '" + script + "'; " + line))
                .output()
                .strip();
    }
}
