package fr.passerelle.cli;

import picocli.CommandLine.Command;

/** Drafts of the acts that would follow a proposal. */
@Command(
        name = "acte",
        description = "Le projet d'un acte, tiré du plan en vigueur d'une intercommunalité : marqué PROJET, avec ce qui"
                + " est à lever avant de signer et des blancs à compléter.",
        subcommands = {ActDeliberationCommand.class, ActConventionCommand.class})
final class ActCommand extends CommandGroup {}
