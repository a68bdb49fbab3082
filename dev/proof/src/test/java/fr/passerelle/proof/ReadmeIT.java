package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each command that the README shows is run, in its order, from a data folder that does not exist yet; but {@code mvn verify} itself. The
 * lines of the demonstration that it shows, and the longer extract beside this test, are lines of what is printed, in their order.
 */
@Tag("proof")
@Story
class ReadmeIT {

    private static final Pattern OUTPUT = Pattern.compile("(?s)<!-- demo output -->\n\n```text\n(.*?)```");
    private static final String LEFT_OUT = "…";
    private static final String STAYS = "./passerelle demo";
    private static final int SHOWN = 25;

    @TempDir
    private Path folder;

    @BeforeAll
    void tellTheLauncherThatThisBuildHasBuilt() {
        Terminal.built(Tree.root());
    }

    @Test
    void showsCommandsThatWork() {
        var commands = commands();

        assertThat(commands).contains(STAYS, "mvn verify").hasSizeGreaterThan(5);
        assertThat(shownOutput()).hasSize(SHOWN);
        commands.stream().filter(command -> !command.equals("mvn verify")).forEach(this::run);
    }

    private static List<String> commands() {
        return Guidebook.at(Tree.root().resolve("README.md")).commands().stream()
                .map(Guidebook.Command::line)
                .toList();
    }

    /** What the README shows of the demonstration's output. */
    private static List<String> shownOutput() {
        return OUTPUT.matcher(Tree.read(Tree.root().resolve("README.md")))
                .results()
                .flatMap(block -> said(block.group(1)))
                .toList();
    }

    /** All that is promised of it: counts, commonest rejects, proposals of each kind, euros, changes, hash. */
    private static List<String> extract() {
        return said(Tree.read(Tree.root().resolve("dev/proof/src/test/resources/demonstration.txt")))
                .toList();
    }

    /** Its lines; an ellipsis stands for those that are left out. */
    private static Stream<String> said(String text) {
        return text.lines().filter(line -> !line.isBlank() && !line.equals(LEFT_OUT));
    }

    /** Who started the tests in the background has them ignore the Ctrl-C that a person would type: the command does not inherit that. */
    private void run(String command) {
        try (var program = Deployments.shell("exec env --default-signal=INT " + command, environment())) {
            if (command.equals(STAYS)) {
                program.awaitSaying("Ctrl-C").signal("INT");
                var printed =
                        program.output().lines().map(String::stripTrailing).toList();
                assertThat(printed).containsSubsequence(shownOutput()).containsSubsequence(extract());
            }
            assertThat(program.end()).as(command + "\n" + program.transcript()).isIn(0, 3);
            assertThat(program.transcript()).doesNotContain("\tat ");
        }
    }

    private Map<String, String> environment() {
        return Map.of("PASSERELLE_VAR", folder.resolve("var avec espace").toString());
    }
}
