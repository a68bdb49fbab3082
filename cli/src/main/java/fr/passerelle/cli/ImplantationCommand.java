package fr.passerelle.cli;

import picocli.CommandLine.Command;

/** Where étapes would best stand. */
@Command(
        name = "implantation",
        description = "Où les étapes de médiation nomade seraient le mieux placées, à côté de ce que la règle propose.",
        subcommands = ImplantationRunCommand.class)
final class ImplantationCommand extends CommandGroup {}
