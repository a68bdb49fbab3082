package fr.passerelle.cli;

import fr.passerelle.calendar.tour.TourOutcome;
import fr.passerelle.calendar.tour.TourRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes a calendar. */
@Command(
        name = "run",
        description = "Calcule un calendrier tel qu'il a été préparé ; refuse si ce qu'il a figé a changé. Une fois"
                + " calculé, il ne l'est plus.")
final class TourneesRunCommand extends ApplicationCommand {

    @Parameters(paramLabel = "CALENDRIER", converter = TourNumber.class, description = "Son numéro, comme T-000001.")
    private long no;

    @Option(names = "--json", description = "Finit par un objet JSON ; le déroulement va sur la sortie d'erreur.")
    private boolean json;

    @Override
    public Integer call() {
        if (json) {
            context.keepOutputForMachines();
        }
        TourOutcome outcome = context.partOnDatabase(TourRunner.class).run(no);
        if (!outcome.changed()) {
            err().println("Le calendrier " + outcome.plan().id() + " est déjà calculé : rien n'est fait.");
        }
        TourText.of(outcome.plan(), context, out(json)).print(json);
        TourText.pending(outcome, err());
        return OutcomePrinter.DONE;
    }
}
