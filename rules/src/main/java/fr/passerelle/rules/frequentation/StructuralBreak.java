package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A month such that the medians of the presences of the months before it and of as many from it on differ by the barème's factor (RULES 2):
 * a counter was replaced, a building moved. All of these months must be observed: missing is never zero. Medians that are both under the
 * barème's least are noise.
 */
record StructuralBreak(Signalements thresholds) {

    /** @param months consecutive, in order */
    boolean isIn(List<MonthFigures> months) {
        return where(months).isPresent();
    }

    /** The first month from which on they differ; empty where none is. */
    Optional<YearMonth> where(List<MonthFigures> months) {
        int side = thresholds.breakMonths();
        return IntStream.rangeClosed(side, months.size() - side)
                .filter(first -> isAt(months.subList(first - side, first), months.subList(first, first + side)))
                .mapToObj(first -> months.get(first).month())
                .findFirst();
    }

    private boolean isAt(List<MonthFigures> before, List<MonthFigures> after) {
        if (!before.stream().allMatch(MonthFigures::isObserved)
                || !after.stream().allMatch(MonthFigures::isObserved)) {
            return false;
        }
        long left = twiceTheMedian(before);
        long right = twiceTheMedian(after);
        long greater = Math.max(left, right);
        return greater >= 2L * thresholds.breakLeast() && greater >= thresholds.breakFactor() * Math.min(left, right);
    }

    /** The median of an even number of values lies between two of them: twice it is a whole number. */
    private static long twiceTheMedian(List<MonthFigures> months) {
        long[] sorted = months.stream()
                .mapToLong(month -> month.total(Measure.PRESENCES))
                .sorted()
                .toArray();
        return sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2];
    }
}
