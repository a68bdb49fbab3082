package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.cli.Passerelle;
import fr.passerelle.local.LocalCommand;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what the launcher's help lists to the commands that there are. */
class LauncherHelpTest {

    private static final Pattern LINE = Pattern.compile("^ {2}([a-z-]+) {2,}\\S", Pattern.MULTILINE);

    private final String help = Tree.read(Tree.root().resolve("passerelle")).split("AIDE", 3)[1];

    @Test
    void fitsATerminal() {
        assertThat(help.lines())
                .hasSizeGreaterThan(40)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void listsEachCommand() {
        List<String> commands = Stream.of(LocalCommand.commandLine(), Passerelle.all())
                .flatMap(program -> program.getSubcommands().keySet().stream())
                .toList();

        assertThat(LINE.matcher(help).results().map(line -> line.group(1)))
                .contains("demo", "prove", "bench")
                .filteredOn(word -> !List.of("demo", "prove", "bench").contains(word))
                .containsExactlyInAnyOrderElementsOf(commands);
    }
}
