package fr.passerelle.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
final class BaremeCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Il manque une commande : list, check, diff ou show.");
    }
}
