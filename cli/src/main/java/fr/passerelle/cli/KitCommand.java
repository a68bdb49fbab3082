package fr.passerelle.cli;

import picocli.CommandLine.Command;

/** A folder from which somebody else finds the hash of a run again. */
@Command(
        name = "kit",
        description = "Un dossier pour qu'un tiers retrouve, sans serveur, l'empreinte qu'une exécution a publiée.",
        subcommands = {KitWriteCommand.class, KitRunCommand.class})
final class KitCommand extends CommandGroup {}
