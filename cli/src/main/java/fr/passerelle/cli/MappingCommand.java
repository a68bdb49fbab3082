package fr.passerelle.cli;

import picocli.CommandLine.Command;

/** Mappings: how files that are not in canonical columns are read. */
@Command(
        name = "mapping",
        description = "Les mappings, qui disent comment lire un fichier venu d'ailleurs.",
        subcommands = {MappingInitCommand.class, MappingCheckCommand.class})
final class MappingCommand extends CommandGroup {}
