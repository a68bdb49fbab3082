package fr.passerelle.cli;

import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.calendar.tour.TourPlan;
import fr.passerelle.calendar.tour.TourPlans;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.event.ToursComputed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A calendar for machines.
 *
 * @param calendrier such as T-000001
 * @param state how far it has come
 * @param manifest what it froze
 * @param computed what it computed, a record for each sector; none in a list, and until it is computed
 */
record TourJson(
        String calendrier,
        String state,
        String baseRun,
        TourManifest manifest,
        String manifestHash,
        String reason,
        String account,
        String plannedAt,
        @Nullable String computedAt,
        @Nullable String endedAt,
        List<StepJson> steps,
        List<ToursComputed> computed) {

    static TourJson of(TourPlan plan, TourPlans plans, List<ToursComputed> computed) {
        return new TourJson(
                plan.id(),
                plan.state().name(),
                Run.idOf(plan.manifest().run()),
                plan.manifest(),
                plan.manifestHash(),
                plan.reason(),
                plan.account(),
                plan.plannedAt().toString(),
                Objects.toString(plan.computedAt(), null),
                Objects.toString(plan.endedAt(), null),
                plans.steps(plan.no()).stream().map(StepJson::of).toList(),
                computed);
    }
}
