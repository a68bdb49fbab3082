package fr.passerelle.calendar.solver.search;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All calls of a question, as Timefold plans them. */
@PlanningSolution(solutionCloner = PlanningCloner.class)
final class TourPlanning {

    @PlanningEntityCollectionProperty
    private final List<TourCall> calls;

    @PlanningScore(bendableHardLevelsSize = 1, bendableSoftLevelsSize = 2)
    private @Nullable BendableLongScore score;

    private final Recreation recreation;
    private final PlacedCalls placed;

    TourPlanning(List<TourCall> calls, Recreation recreation, PlacedCalls placed) {
        this.calls = calls;
        this.recreation = recreation;
        this.placed = placed;
    }

    List<TourCall> calls() {
        return calls;
    }

    Recreation recreation() {
        return recreation;
    }

    /** As the calls are now; shared by all copies, brought up to one of them here. */
    PlacedCalls placed() {
        for (TourCall call : calls) {
            if (!Objects.equals(call.placement(), placed.of(call.number()))) {
                placed.put(call.number(), call.placement());
            }
        }
        return placed;
    }

    TourPlanning copy() {
        TourPlanning copy = new TourPlanning(calls.stream().map(TourCall::copy).toList(), recreation, placed);
        copy.score = score;
        return copy;
    }
}
