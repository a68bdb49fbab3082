package fr.passerelle.cli;

import picocli.CommandLine.Command;

/** Barèmes: what there is, whether one is well written, what it says, how two differ. Needs no server. */
@Command(
        name = "bareme",
        description = "Les barèmes : règlement d'intervention (aide) et jeu de règles (scores).",
        subcommands = {
            BaremeListCommand.class,
            BaremeCheckCommand.class,
            BaremeDiffCommand.class,
            BaremeShowCommand.class
        })
final class BaremeCommand extends CommandGroup {}
