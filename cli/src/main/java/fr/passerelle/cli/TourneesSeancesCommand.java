package fr.passerelle.cli;

import fr.passerelle.calendar.tour.HeldOutcome;
import fr.passerelle.calendar.tour.HeldSessions;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in the sessions that were held. */
@Command(
        name = "seances",
        description = "Inscrit les séances tenues, en nombres et jamais par personne : le fichier dit tout de chaque"
                + " mois d'étape dont il parle. Refusé en entier s'il a une faute.")
final class TourneesSeancesCommand extends ApplicationCommand {

    @Parameters(paramLabel = "FICHIER", converter = InputPath.class, description = "En CSV (table « seances »).")
    private Path file;

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        HeldOutcome outcome = context.partOnDatabase(HeldSessions.class).take(file);
        if (json) {
            printJson(outcome);
        } else {
            out().println(CommandFrench.counted(outcome.sessions(), "séance", "séances") + " en "
                    + CommandFrench.counted(outcome.months(), "mois d'étape", "mois d'étapes") + ", dont "
                    + outcome.changed() + " qui n'étaient pas connus ainsi ; " + outcome.unpublished()
                    + " hors de ce qui était publié.");
        }
        TourText.pending(outcome.pending(), err());
        return OutcomePrinter.DONE;
    }
}
