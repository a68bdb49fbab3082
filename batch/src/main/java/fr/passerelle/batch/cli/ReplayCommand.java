package fr.passerelle.batch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Replays. */
@Command(
        name = "replay",
        description = "Rejeux : recalculer à part sous un barème, comparer, mettre en vigueur ou revenir en arrière.",
        subcommands = {ReplayDiffCommand.class, ReplayPutInForceCommand.class, ReplayRollbackCommand.class})
final class ReplayCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Il manque une commande.");
    }
}
