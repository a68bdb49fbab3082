package fr.passerelle.cli;

import picocli.CommandLine.Command;

/** Calendars of the nomadic service: planned, computed, compared, published or discarded; and sessions held. */
@Command(
        name = "tournees",
        description = "Les calendriers des étapes nomades : qui tient quelle séance, où et quand ; publiés par des"
                + " personnes, suivis par les séances tenues.",
        subcommands = {
            TourneesPlanCommand.class,
            TourneesRunCommand.class,
            TourneesShowCommand.class,
            TourneesListCommand.class,
            TourneesDiffCommand.class,
            TourneesPublishCommand.class,
            TourneesDiscardCommand.class,
            TourneesIcsCommand.class,
            TourneesExplainCommand.class,
            TourneesSeancesCommand.class
        })
final class TourneesCommand extends CommandGroup {}
