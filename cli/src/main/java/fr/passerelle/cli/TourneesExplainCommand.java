package fr.passerelle.cli;

import fr.passerelle.calendar.solver.SecondChoice;
import fr.passerelle.calendar.tour.StopChoices;
import fr.passerelle.calendar.tour.TourPlan;
import fr.passerelle.calendar.tour.TourPlans;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why a place has its days. */
@Command(
        name = "explain",
        description =
                "Pourquoi un lieu a ces jours, ce que coûterait le deuxième choix tant que le calendrier n'est pas"
                        + " publié, et pourquoi des séances manquent : chaque raison est vérifiée en recalculant.")
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
        TourPlans plans = context.read(TourPlans.class);
        ComputedTour.Stop stop = new ComputedTour(plan, plans.computed(plan.no())).stop(place);
        boolean overtaken = plan.state() == TourPlan.State.COMPUTED && plans.isOvertaken(plan);
        boolean sought = plan.state() == TourPlan.State.COMPUTED && !overtaken;
        return new StopReasons(stop.sector(), stop.etape(), sought ? choices(plan, stop) : List.of(), overtaken);
    }

    private List<SecondChoice> choices(TourPlan plan, ComputedTour.Stop stop) {
        return stop.etape().getRythmes().isEmpty()
                ? List.of()
                : context.read(StopChoices.class)
                        .of(plan, stop.sector(), stop.etape().getEtape());
    }
}
