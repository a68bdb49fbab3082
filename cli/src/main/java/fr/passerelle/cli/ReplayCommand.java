package fr.passerelle.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Replays: planned, run, compared, put in force or discarded. */
@Command(
        name = "replay",
        description =
                "Les rejeux : recalculer, à part, ce que le journal donne sous un autre barème, comparer, mettre en"
                        + " vigueur.",
        subcommands = {
            ReplayPlanCommand.class,
            ReplayRunCommand.class,
            ReplayShowCommand.class,
            ReplayListCommand.class,
            ReplayDiffCommand.class,
            ReplayPutInForceCommand.class,
            ReplayRollbackCommand.class,
            ReplayDiscardCommand.class
        })
final class ReplayCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Il manque une commande : "
                        + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
