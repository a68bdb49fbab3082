package fr.passerelle.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The commands of the batch. */
@Command(name = "passerelle", description = "Exécutions de nuit de Passerelle et leurs commandes d'opérateur.")
final class RootCommand implements Runnable {

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

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Affiche cette aide.")
    private boolean help;

    /** The command of that name alone, since to build all of them takes a tenth of a start; all where none has it, to say so. */
    static List<Class<?>> named(@Nullable String word) {
        List<Class<?>> named =
                COMMANDS.stream().filter(command -> name(command).equals(word)).toList();
        return named.isEmpty() ? COMMANDS : named;
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Il manque une commande.");
    }
}
