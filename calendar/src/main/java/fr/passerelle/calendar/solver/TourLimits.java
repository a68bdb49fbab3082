package fr.passerelle.calendar.solver;

import java.util.List;

/** Deterministic times of the searches, by level, in the solver's own unit. */
final class TourLimits {

    static final TourLevelSearch RHYTHMS = new TourLevelSearch(List.of(8.0, 1.0, 6.0, 2.0));
    static final TourLevelSearch CYCLE = new TourLevelSearch(List.of(2.0, 2.0, 2.0, 1.0));
    static final TourLevelSearch REASON = new TourLevelSearch(List.of(2.0));

    private TourLimits() {}
}
