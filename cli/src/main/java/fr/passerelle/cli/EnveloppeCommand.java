package fr.passerelle.cli;

import picocli.CommandLine.Command;

/** Scenarios of funding: planned, computed, compared, adopted or discarded. */
@Command(
        name = "enveloppe",
        description = "Les scénarios : ce que des crédits votés permettraient de financer, où et quand, et pourquoi pas"
                + " le reste. Jamais une décision.",
        subcommands = {
            EnveloppePlanCommand.class,
            EnveloppeRunCommand.class,
            EnveloppeShowCommand.class,
            EnveloppeListCommand.class,
            EnveloppeDiffCommand.class,
            EnveloppeExplainCommand.class,
            EnveloppeAdoptCommand.class,
            EnveloppeDiscardCommand.class,
            EnveloppeEssaiCommand.class
        })
final class EnveloppeCommand extends CommandGroup {}
