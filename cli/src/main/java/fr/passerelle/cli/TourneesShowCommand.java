package fr.passerelle.cli;

import fr.passerelle.calendar.tour.TourPlans;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one calendar. */
@Command(name = "show", description = "Un calendrier : ses séances, la charge de chacun et ce que personne ne tient.")
final class TourneesShowCommand extends ApplicationCommand {

    @Parameters(paramLabel = "CALENDRIER", converter = TourNumber.class, description = "Son numéro, comme T-000001.")
    private long no;

    @Option(
            names = "--epci",
            paramLabel = "SIREN",
            converter = Siren.class,
            description = "Les séances d'une intercommunalité, une par une.")
    private @Nullable String epci;

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        TourText text = TourText.of(context.read(TourPlans.class).get(no), context, out(json));
        if (epci == null || json) {
            text.print(json);
        } else {
            text.sessions(epci);
        }
        return OutcomePrinter.DONE;
    }
}
