package fr.passerelle.calendar.solver.search;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;

/**
 * What an answer of the search reaches: less is better, and a level only decides among what is best on those before it.
 *
 * @param lost sessions that could stand and are not held
 * @param road of all rounds
 * @param spread of work between who has most and who has least
 */
record RoundLevels(long lost, long road, long spread) {

    /** Where a slot may not hold its calls together. */
    static final RoundLevels FORBIDDEN = new RoundLevels(Long.MAX_VALUE, 0, 0);

    /** As Timefold compares: more is better there. */
    BendableLongScore score() {
        return BendableLongScore.of(new long[] {-lost}, new long[] {-road, -spread});
    }
}
