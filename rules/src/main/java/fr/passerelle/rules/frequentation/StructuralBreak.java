package fr.passerelle.rules.frequentation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A month such that the medians of the presences of the six months before it and of the six months from it on differ fourfold (RULES 2): a
 * counter was replaced, a building moved. All twelve months must be observed: missing is never zero.
 */
final class StructuralBreak {

    private static final int SIDE = 6;
    private static final long FACTOR = 4;
    /** Below it a median is noise: six months of one visit after six of none are no break. */
    private static final long LEAST = 30;

    private StructuralBreak() {}

    /** @param months consecutive, in order */
    static boolean isIn(List<MonthFigures> months) {
        return IntStream.rangeClosed(SIDE, months.size() - SIDE)
                .anyMatch(first -> isAt(months.subList(first - SIDE, first), months.subList(first, first + SIDE)));
    }

    private static boolean isAt(List<MonthFigures> before, List<MonthFigures> after) {
        if (!before.stream().allMatch(MonthFigures::isObserved)
                || !after.stream().allMatch(MonthFigures::isObserved)) {
            return false;
        }
        long left = twiceTheMedian(before);
        long right = twiceTheMedian(after);
        return Math.max(left, right) >= 2 * LEAST && Math.max(left, right) >= FACTOR * Math.min(left, right);
    }

    /** The median of an even number of values lies between two of them: twice it is a whole number. */
    private static long twiceTheMedian(List<MonthFigures> months) {
        long[] sorted = months.stream()
                .mapToLong(month -> month.total(Measure.PRESENCES))
                .sorted()
                .toArray();
        return sorted[SIDE / 2 - 1] + sorted[SIDE / 2];
    }
}
