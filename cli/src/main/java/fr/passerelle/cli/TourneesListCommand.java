package fr.passerelle.cli;

import fr.passerelle.calendar.tour.TourPlan;
import fr.passerelle.calendar.tour.TourPlans;
import fr.passerelle.published.run.Run;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists all calendars. */
@Command(name = "list", description = "Tous les calendriers, le dernier d'abord, et ce que chacun est devenu.")
final class TourneesListCommand extends ApplicationCommand {

    @Option(names = "--json", description = "Un tableau JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        TourPlans plans = context.read(TourPlans.class);
        List<TourPlan> all = plans.all();
        if (json) {
            printJson(all.stream()
                    .map(plan -> TourJson.of(plan, plans, List.of()))
                    .toList());
        } else if (all.isEmpty()) {
            out().println("Aucun calendrier : « ./passerelle tournees plan » en prépare un.");
        } else {
            table(all);
        }
        return OutcomePrinter.DONE;
    }

    private void table(List<TourPlan> all) {
        TextTable table = new TextTable(6, "Calendrier", "État", "Préparé le", "Du", "Semaines", "Part de", "Motif");
        all.forEach(plan -> table.row(
                plan.id(),
                TourText.state(plan.state()),
                RunText.day(plan.plannedAt()),
                Day.french(plan.manifest().from()),
                Integer.toString(plan.manifest().weeks()),
                Run.idOf(plan.manifest().run()),
                plan.reason()));
        table.lines().forEach(out()::println);
    }
}
