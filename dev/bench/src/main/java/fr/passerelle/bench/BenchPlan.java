package fr.passerelle.bench;

import fr.passerelle.bench.data.Drawing;
import java.util.List;

/**
 * What one run measures, size by size.
 *
 * @param sizes rows of the files, in the order of the measures
 * @param repetitions asked for; 0 for as many as a size allows
 * @param rooms how many rooms there are, whatever the size
 * @param seed of all that is drawn
 * @param crowd whether the end of a run over very many rooms is measured too
 * @param nightsOnly whether neither the limits nor the others are measured
 */
record BenchPlan(List<Long> sizes, int repetitions, int rooms, long seed, boolean crowd, boolean nightsOnly) {

    private static final int MOST = 5;
    private static final int TIMES = 3;
    private static final long ROWS_OF_ALL_REPETITIONS = 6_000_000;

    /** Five where that is quick; three at two millions; one of ten, where the textbook alone takes minutes. */
    int repetitions(long size) {
        return repetitions > 0 ? repetitions : (int) Math.clamp(ROWS_OF_ALL_REPETITIONS / size, 1, MOST);
    }

    /** How often what takes seconds whatever the size is measured: starts of commands, nights of a few rows. */
    int times() {
        return repetitions == 1 ? 1 : TIMES;
    }

    Drawing drawing(long size) {
        return new Drawing(seed, rooms, 0, size);
    }
}
