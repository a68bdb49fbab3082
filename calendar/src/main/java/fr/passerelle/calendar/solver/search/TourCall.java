package fr.passerelle.calendar.solver.search;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.valuerange.CountableValueRange;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import org.jspecify.annotations.Nullable;

/** A call, as Timefold plans it: pattern and slots are one value. */
@PlanningEntity
final class TourCall {

    private final int number;

    @ValueRangeProvider
    private final CountableValueRange<CallPlacement> range;

    @PlanningVariable(allowsUnassigned = true)
    private @Nullable CallPlacement placement;

    TourCall(int number, CountableValueRange<CallPlacement> range, @Nullable CallPlacement placement) {
        this.number = number;
        this.range = range;
        this.placement = placement;
    }

    int number() {
        return number;
    }

    @Nullable
    CallPlacement placement() {
        return placement;
    }

    void hold(@Nullable CallPlacement other) {
        this.placement = other;
    }

    TourCall copy() {
        return new TourCall(number, range, placement);
    }
}
