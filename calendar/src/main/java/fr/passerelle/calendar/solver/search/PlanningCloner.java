package fr.passerelle.calendar.solver.search;

import ai.timefold.solver.core.api.domain.solution.cloner.SolutionCloner;

/** Timefold's way to a copy. */
public final class PlanningCloner implements SolutionCloner<TourPlanning> {

    @Override
    public TourPlanning cloneSolution(TourPlanning planning) {
        return planning.copy();
    }
}
