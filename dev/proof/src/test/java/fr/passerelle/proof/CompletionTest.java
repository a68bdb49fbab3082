package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.bench.BenchCommand;
import fr.passerelle.cli.Commands;
import fr.passerelle.demo.DemoCommand;
import fr.passerelle.faults.ProveCommand;
import fr.passerelle.local.LocalCommand;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Holds what the launcher completes and what its help lists to the commands that there are. */
class CompletionTest {

    private static final Pattern HELP_LINE = Pattern.compile("^ {2}([a-z-]+) {2,}\\S", Pattern.MULTILINE);

    @Test
    void isWhatTheCommandsGive() {
        Path script = Tree.root().resolve("dev/completion.bash");
        String expected = AutoComplete.bash("passerelle", all());
        if (Tree.REWRITE) {
            Tree.write(script, expected);
        }

        assertThat(Tree.read(script))
                .as("dev/completion.bash; rewrite it with -Dpasserelle.rewrite=true")
                .isEqualTo(expected);
    }

    @Test
    void keepsTheHelpOnATerminal() {
        assertThat(Tree.read(Tree.root().resolve("passerelle"))
                        .split("AIDE", 3)[1]
                        .lines())
                .hasSizeGreaterThan(40)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void listsEachCommandInTheHelp() {
        String help = Tree.read(Tree.root().resolve("passerelle")).split("AIDE", 3)[1];

        assertThat(HELP_LINE.matcher(help).results().map(line -> line.group(1)))
                .containsExactlyInAnyOrderElementsOf(all().getSubcommands().keySet());
    }

    /** Those of all programs that the launcher starts, and the one that it answers itself. */
    private static CommandLine all() {
        CommandLine all = new CommandLine(CommandSpec.create()
                .addOption(OptionSpec.builder("-h", "--help").build())
                .addSubcommand("demo", DemoCommand.commandLine())
                .addSubcommand("prove", ProveCommand.commandLine())
                .addSubcommand("bench", BenchCommand.commandLine())
                .addSubcommand("completion", new CommandLine(CommandSpec.create())));
        Stream.of(LocalCommand.commandLine(), Commands.all())
                .forEach(program -> program.getSubcommands().forEach(all::addSubcommand));
        return all;
    }
}
