package fr.passerelle.cli;

import picocli.CommandLine.Command;

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
final class ReplayCommand extends CommandGroup {}
