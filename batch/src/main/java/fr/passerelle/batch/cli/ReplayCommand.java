package fr.passerelle.batch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Replays: planned, run, looked at, discarded. */
@Command(
        name = "replay",
        description = "Les rejeux : recalculer, à part, ce que le journal donne sous un autre barème.",
        subcommands = {
            ReplayPlanCommand.class,
            ReplayRunCommand.class,
            ReplayShowCommand.class,
            ReplayListCommand.class,
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
