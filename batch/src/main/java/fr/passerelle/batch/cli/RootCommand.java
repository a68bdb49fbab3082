package fr.passerelle.batch.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The commands of the batch. */
@Command(
        name = "passerelle",
        description = "Exécutions de nuit de Passerelle et leurs commandes d'opérateur.",
        subcommands = {
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
            ExportCommand.class,
            VerifyCommand.class,
            RebuildTopicsCommand.class,
            DeadLettersCommand.class,
            ReplayCommand.class,
            RegisterCommand.class
        })
final class RootCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Affiche cette aide.")
    private boolean help;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Il manque une commande.");
    }
}
