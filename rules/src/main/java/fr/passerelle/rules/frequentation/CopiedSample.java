package fr.passerelle.rules.frequentation;

import java.util.List;

/**
 * Three consecutive months, each counted as a whole, with the same presences (RULES 2). Registers that sample one week a quarter copy it to
 * its three months. Small counts repeat by chance, zeros by closure: they are no sign.
 */
final class CopiedSample {

    private static final int RUN = 3;
    private static final long SMALLEST = 30;

    private CopiedSample() {}

    /** @param months consecutive, in order */
    static boolean isIn(List<MonthFigures> months) {
        long before = -1;
        int run = 0;
        for (MonthFigures month : months) {
            long presences = month.isMonthly() ? month.total(Measure.PRESENCES) : -1;
            run = presences >= SMALLEST && presences == before ? run + 1 : 1;
            before = presences;
            if (run == RUN) {
                return true;
            }
        }
        return false;
    }
}
