package fr.passerelle.calendar.solver.search;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;

/** Timefold's way to the levels of an answer. */
public final class CallScore implements EasyScoreCalculator<TourPlanning, BendableLongScore> {

    @Override
    public BendableLongScore calculateScore(TourPlanning planning) {
        return planning.placed().levels().score();
    }
}
