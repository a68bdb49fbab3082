package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.Grain;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The distinct people registered in a year: those of the latest yearly record that ends in the window. Where several activities counted
 * theirs that year, the greatest count, since their sum would count twice whoever does both.
 *
 * @param months those of the record, in order; some may lie before the window
 * @param people from 0
 */
record YearlyCount(List<YearMonth> months, long people) {

    static Optional<YearlyCount> of(RoomRegister register, Window window) {
        return register.periods().entrySet().stream()
                .filter(entry ->
                        isYearlyCount(entry) && window.contains(entry.getKey().end()))
                .max(Comparator.comparing((Map.Entry<Period, Tally> entry) -> end(entry))
                        .thenComparing(YearlyCount::people)
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> new YearlyCount(entry.getKey().months(), people(entry)));
    }

    private static boolean isYearlyCount(Map.Entry<Period, Tally> entry) {
        return entry.getKey().grain() == Grain.ANNEE && entry.getValue().counts(Measure.DISTINCT_PEOPLE);
    }

    private static LocalDate end(Map.Entry<Period, Tally> entry) {
        return entry.getKey().end();
    }

    private static long people(Map.Entry<Period, Tally> entry) {
        return entry.getValue().total(Measure.DISTINCT_PEOPLE);
    }
}
