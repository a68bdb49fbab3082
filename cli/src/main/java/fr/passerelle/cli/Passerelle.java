package fr.passerelle.cli;

import fr.passerelle.cli.command.CommandContext;
import fr.passerelle.cli.command.FrenchFailure;
import fr.passerelle.cli.command.FrenchUsage;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.entry.CheckCommand;
import fr.passerelle.cli.entry.MappingCommand;
import fr.passerelle.cli.explain.ActCommand;
import fr.passerelle.cli.explain.BaremeCommand;
import fr.passerelle.cli.explain.BaremeCommand.AlgorithmCommand;
import fr.passerelle.cli.explain.ExplainCommand;
import fr.passerelle.cli.export.ExportCommand;
import fr.passerelle.cli.export.ListCommand;
import fr.passerelle.cli.kit.KitCommand;
import fr.passerelle.cli.night.ChangesCommand;
import fr.passerelle.cli.night.FilesCommand;
import fr.passerelle.cli.night.FilesCommand.WithdrawCommand;
import fr.passerelle.cli.night.NightlyCommand;
import fr.passerelle.cli.night.RecoverCommand;
import fr.passerelle.cli.night.RecoverCommand.DeadLettersCommand;
import fr.passerelle.cli.night.RecoverCommand.RebuildTopicsCommand;
import fr.passerelle.cli.night.RegisterCommand;
import fr.passerelle.cli.night.RejectsCommand;
import fr.passerelle.cli.night.RunsCommand;
import fr.passerelle.cli.night.RunsCommand.AbandonCommand;
import fr.passerelle.cli.night.RunsCommand.RestartCommand;
import fr.passerelle.cli.night.VerifyCommand;
import fr.passerelle.cli.people.AuditCommand;
import fr.passerelle.cli.people.DecisionsCommand;
import fr.passerelle.cli.people.DecisionsCommand.DecideCommand;
import fr.passerelle.cli.people.RelancesCommand;
import fr.passerelle.cli.study.EnveloppeCommand;
import fr.passerelle.cli.study.ImplantationCommand;
import fr.passerelle.cli.study.ReplayCommand;
import fr.passerelle.cli.study.StudyCommands;
import fr.passerelle.cli.study.TourneesCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The program that operators start: the command line, which parses, runs one command, and answers its exit code. */
public final class Passerelle {

    private Passerelle() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command; {@code --passerelle.…} and {@code --spring.…} are settings. Answers 0 done, 1 failed, 2 wrong use, 3 done with rejects. */
    public static int run(String... arguments) {
        // From Java 22 to 24 a console is there even without a terminal, unless it is java.base's.
        System.setProperty("jdk.console", "java.base");
        List<String> settings = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String argument : arguments) {
            (argument.matches("--(passerelle|spring|logging)\\..*") ? settings : words).add(argument);
        }
        try (CommandContext context = new CommandContext(settings)) {
            return line(context, words.isEmpty() ? null : words.getFirst()).execute(words.toArray(String[]::new));
        }
    }

    /** All commands, for who tells what there is: none of them can be run. */
    public static CommandLine all() {
        return line(new CommandContext(List.of()), null);
    }

    private static CommandLine line(CommandContext context, @Nullable String asked) {
        CommandLine line = new CommandLine(RootCommand.class, context.factory());
        RootCommand.named(asked)
                .forEach(command ->
                        line.addSubcommand(StudyCommands.whole(new CommandLine(command, context.factory()), context)));
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(err);
        line.setExecutionExceptionHandler(new FrenchFailure());
        FrenchUsage.speaks(line);
        return line;
    }

    @Command(name = "passerelle", description = "Exécutions de nuit de Passerelle et leurs commandes d'opérateur.")
    static final class RootCommand {

        private static final List<Class<?>> COMMANDS = List.of(
                NightlyCommand.class,
                CheckCommand.class,
                MappingCommand.class,
                RunsCommand.class,
                ChangesCommand.class,
                RejectsCommand.class,
                RestartCommand.class,
                RecoverCommand.class,
                AbandonCommand.class,
                WithdrawCommand.class,
                FilesCommand.class,
                RelancesCommand.class,
                DecideCommand.class,
                DecisionsCommand.class,
                BaremeCommand.class,
                AlgorithmCommand.class,
                ExplainCommand.class,
                ActCommand.class,
                ListCommand.class,
                ExportCommand.class,
                KitCommand.class,
                VerifyCommand.class,
                RebuildTopicsCommand.class,
                DeadLettersCommand.class,
                ReplayCommand.class,
                EnveloppeCommand.class,
                TourneesCommand.class,
                ImplantationCommand.class,
                AuditCommand.class,
                RegisterCommand.class,
                CompletionCommand.class);

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                scope = CommandLine.ScopeType.INHERIT,
                description = "Affiche cette aide.")
        private boolean help;

        /** The command of that name alone, since to build all of them takes a tenth of a start; all where none has it, to say so. */
        static List<Class<?>> named(@Nullable String word) {
            List<Class<?>> named = COMMANDS.stream()
                    .filter(command ->
                            command.getAnnotation(Command.class).name().equals(word))
                    .toList();
            return named.isEmpty() ? COMMANDS : named;
        }
    }

    /** What bash needs to complete the commands, their options and the values of those. Needs no server. */
    @Command(name = "completion", description = "Le script de complétion pour bash, à écrire une fois dans un fichier.")
    static final class CompletionCommand extends OperatorCommand {

        @Override
        public Integer call() {
            CommandLine all = all();
            FrenchUsage.LAUNCHER.forEach(word -> all.addSubcommand(word, new CommandLine(CommandSpec.create())));
            machines().print(AutoComplete.bash("passerelle", all));
            machines().flush();
            return DONE;
        }
    }
}
