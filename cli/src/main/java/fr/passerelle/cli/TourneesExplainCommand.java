package fr.passerelle.cli;

import fr.passerelle.calendar.tour.TourPlan;
import fr.passerelle.calendar.tour.TourPlans;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The days of a place, and why sessions are missing. */
@Command(
        name = "explain",
        description =
                "Les jours d'un lieu, et pourquoi des séances manquent : chaque raison a été vérifiée en recalculant.")
final class TourneesExplainCommand extends ApplicationCommand {

    @Parameters(
            index = "0",
            paramLabel = "CALENDRIER",
            converter = TourNumber.class,
            description = "Son numéro, comme T-000001.")
    private long no;

    @Parameters(index = "1", paramLabel = "LIEU", description = "Son nom, ou son identifiant comme room:DEMO-001.")
    private String place;

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    /** For machines. */
    record Json(String calendrier, String etape, List<String> raisons) {}

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        TourPlan plan = context.read(TourPlans.class).get(no);
        StopReasons reasons = reasons(plan);
        if (json) {
            printJson(new Json(plan.id(), reasons.etape().getEtape(), reasons.lines()));
        } else {
            reasons.lines().forEach(out()::println);
        }
        return OutcomePrinter.DONE;
    }

    private StopReasons reasons(TourPlan plan) {
        ComputedTour.Stop stop =
                new ComputedTour(plan, context.read(TourPlans.class).computed(plan.no())).stop(place);
        return new StopReasons(stop.sector(), stop.etape());
    }
}
