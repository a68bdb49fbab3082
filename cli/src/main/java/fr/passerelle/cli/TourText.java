package fr.passerelle.cli;

import fr.passerelle.calendar.solver.TourSolver;
import fr.passerelle.calendar.text.TourWords;
import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.calendar.tour.TourOutcome;
import fr.passerelle.calendar.tour.TourPlan;
import fr.passerelle.calendar.tour.TourPlans;
import fr.passerelle.calendar.tour.TourStep;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.ToursComputed;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One calendar for people: what it froze, what it holds, what to do. */
final class TourText {

    private static final int NAME = 14;
    private static final String COMMAND = "« ./passerelle tournees ";

    private final TourPlan plan;
    private final TourPlans plans;
    private final Run base;
    private final PlaceTable places;
    private final PrintWriter out;

    private TourText(TourPlan plan, TourPlans plans, Run base, PlaceTable places, PrintWriter out) {
        this.plan = plan;
        this.plans = plans;
        this.base = base;
        this.places = places;
        this.out = out;
    }

    /** All that the application knows of a calendar. */
    static TourText of(TourPlan plan, CommandContext context, PrintWriter out) {
        return new TourText(
                plan,
                context.read(TourPlans.class),
                context.read(Runs.class).get(plan.manifest().run()),
                context.read(PlaceTable.class),
                out);
    }

    /** Says that Kafka did not take what was recorded, where it did not. */
    static void pending(@Nullable String why, PrintWriter err) {
        if (why != null) {
            err.println("L'enregistrement n'est pas encore sur son topic (" + why
                    + "). La prochaine commande de tournées, ou la prochaine nuit, le portera.");
        }
    }

    static void pending(TourOutcome outcome, PrintWriter err) {
        pending(outcome.pending(), err);
    }

    /** How far it has come. */
    static String state(TourPlan.State state) {
        return switch (state) {
            case PLANNED -> "préparé";
            case COMPUTED -> "calculé";
            case PUBLISHED -> "publié";
            case DISCARDED -> "écarté";
        };
    }

    /** @param json whether a machine reads it */
    void print(boolean json) {
        List<ToursComputed> computed = plans.computed(plan.no());
        if (json) {
            out.println(RecordJson.write(TourJson.of(plan, plans, computed)));
            return;
        }
        out.println("Calendrier " + plan.id() + (base.demonstration() ? " (reconstitution)" : "") + " : "
                + state(plan.state()));
        line("préparé le", RunText.day(plan.plannedAt()) + ", par " + plan.account() + " : " + plan.reason());
        weeks(plan.manifest());
        line("part de", base.id() + ", barème " + base.baremeId() + ", situation " + base.asOf());
        line("manifeste", plan.manifestHash());
        plans.steps(plan.no()).forEach(this::step);
        line("à faire", whatToDo());
        if (!computed.isEmpty()) {
            out.println();
            text(computed).print();
        }
    }

    private void weeks(TourManifest manifest) {
        line("semaines", manifest.weeks() + " à partir du " + Day.french(manifest.from()));
        if (manifest.earliest().isAfter(manifest.from())) {
            line("sont passés", "les jours d'avant le " + Day.french(manifest.earliest()) + " : rien n'y change");
        }
        LocalDate unknownAfter = manifest.holidaysUnknownAfter();
        if (unknownAfter != null) {
            out.println("  " + TourWords.holidaysUnknownAfter(unknownAfter));
        }
    }

    /** How much each sector asks of the search. */
    void sizes(List<TourSolver.SectorSize> sectors) {
        for (int sector = 0; sector < sectors.size(); sector++) {
            TourSolver.SectorSize size = sectors.get(sector);
            line("secteur " + (sector + 1), TourWords.size(size.stops(), size.animateurs(), size.days(), size.near()));
        }
    }

    /**
     * The sessions of an EPCI, one by one.
     *
     * @throws fr.passerelle.schemas.fault.RunRefused when it is not computed, or has no étape there
     */
    void sessions(String epci) {
        ComputedTour computed = new ComputedTour(plan, plans.computed(plan.no()));
        computed.requireEpci(epci);
        text(computed.sectors()).sessions(epci);
    }

    private CalendarText text(List<ToursComputed> computed) {
        Map<String, String> communes = places.epcis(base.no()).values().stream()
                .flatMap(epci -> epci.getCommunes().stream())
                .collect(Collectors.toMap(Commune::getInsee, Commune::getName, (one, other) -> one));
        return new CalendarText(computed, communes, out);
    }

    private void step(TourStep step) {
        line("geste", name(step.kind()) + " le " + RunText.day(step.doneAt()) + ", par " + step.account());
    }

    private static String name(TourStep.Kind kind) {
        return switch (kind) {
            case PLAN -> "préparé";
            case RUN -> "calculé";
            case PUBLISH -> "publié";
            case DISCARD -> "écarté";
        };
    }

    private String whatToDo() {
        String id = plan.id();
        return switch (plan.state()) {
            case PLANNED ->
                COMMAND + "run " + id + " » le calcule, " + COMMAND + "discard " + id + " --reason \"…\" » l'écarte";
            case COMPUTED ->
                COMMAND + "diff " + id + " » dit ce qui change, " + COMMAND + "publish " + id
                        + " --reason \"…\" » le publie, " + COMMAND + "discard " + id + " --reason \"…\" » l'écarte";
            case PUBLISHED -> "rien ; le prochain calendrier le suivra, avec le moins de changements";
            case DISCARDED -> "rien";
        };
    }

    private void line(String name, String text) {
        out.println("  " + name + " ".repeat(Math.max(1, NAME - name.length())) + text);
    }
}
