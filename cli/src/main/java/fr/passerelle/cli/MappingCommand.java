package fr.passerelle.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Mappings: how files that are not in canonical columns are read. */
@Command(
        name = "mapping",
        description = "Les mappings, qui disent comment lire un fichier venu d'ailleurs.",
        subcommands = {MappingInitCommand.class, MappingCheckCommand.class})
final class MappingCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Il manque une commande : init ou check.");
    }
}
