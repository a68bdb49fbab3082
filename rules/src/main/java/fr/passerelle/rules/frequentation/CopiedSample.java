package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import java.time.YearMonth;
import java.util.List;

/**
 * Consecutive months, each counted as a whole, with the same presences (RULES 2). Registers that sample one week a quarter copy it to its
 * three months. Small counts repeat by chance, zeros by closure: they are no sign.
 */
record CopiedSample(Signalements thresholds) {

    /** @param months consecutive, in order */
    boolean isIn(List<MonthFigures> months) {
        return !where(months).isEmpty();
    }

    /** The first months that say the same; empty where none do. */
    List<YearMonth> where(List<MonthFigures> months) {
        long before = -1;
        int run = 0;
        for (int i = 0; i < months.size(); i++) {
            MonthFigures month = months.get(i);
            long presences = month.isMonthly() ? month.total(Measure.PRESENCES) : -1;
            run = presences >= thresholds.sampleLeast() && presences == before ? run + 1 : 1;
            before = presences;
            if (run == thresholds.sampleMonths()) {
                return months.subList(i + 1 - run, i + 1).stream()
                        .map(MonthFigures::month)
                        .toList();
            }
        }
        return List.of();
    }
}
