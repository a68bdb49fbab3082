package fr.passerelle.cli;

import fr.passerelle.calendar.tour.CalendarDifference;
import fr.passerelle.calendar.tour.TourPlan;
import fr.passerelle.calendar.tour.TourPlans;
import fr.passerelle.schemas.event.EcartSeance;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a calendar changes. */
@Command(
        name = "diff",
        description = "Ce que change un calendrier calculé, séance par séance, par rapport à ce qui était publié, ou à"
                + " un autre calendrier.")
final class TourneesDiffCommand extends ApplicationCommand {

    @Parameters(
            index = "0",
            paramLabel = "CALENDRIER",
            converter = TourNumber.class,
            description = "Son numéro, comme T-000002.")
    private long no;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "AUTRE",
            converter = TourNumber.class,
            description = "Celui auquel il se compare ; sinon, ce qui était publié quand il a été préparé.")
    private @Nullable Long other;

    @Option(names = "--json", description = "Un tableau JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        TourPlans plans = context.read(TourPlans.class);
        List<ToursComputed> computed = computed(no, plans);
        List<EcartSeance> changes = other == null
                ? computed.stream()
                        .flatMap(sector -> sector.getEcarts().stream())
                        .toList()
                : CalendarDifference.of(computed(other, plans), computed);
        SessionChanges told = new SessionChanges(changes);
        if (json) {
            printJson(changes);
        } else {
            out().println(other == null ? told.summary() : told.summary(TourPlan.idOf(other)));
            told.lines().forEach(out()::println);
        }
        return OutcomePrinter.DONE;
    }

    private static List<ToursComputed> computed(long which, TourPlans plans) {
        TourPlan plan = plans.get(which);
        List<ToursComputed> computed = plans.computed(which);
        if (computed.isEmpty()) {
            throw new RunRefused("Le calendrier " + plan.id() + " n'est pas calculé : « ./passerelle tournees run "
                    + plan.id() + " » d'abord.");
        }
        return computed;
    }
}
