package fr.passerelle.batch.attendance;

import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.Set;

/**
 * What is asked of months without reading their lines.
 *
 * @param openTo months in which its open periods of a month at most end, as an int4multirange of months since year 0
 * @param openLongTo the same of longer ones
 * @param straddles whether one of its lines, be it put aside, may straddle others
 */
record MonthTraits(String openTo, String openLongTo, boolean straddles) {

    static final MonthTraits NONE = new MonthTraits("{}", "{}", false);

    private static final Set<Grain> SHORT = Set.of(Grain.SEANCE, Grain.JOUR, Grain.SEMAINE, Grain.MOIS);

    /**
     * Of the lines that hold of a month.
     *
     * @param standing those that hold, and those that are put aside
     */
    static MonthTraits of(Collection<Said> holding, Collection<Said> standing) {
        NumberRanges shorter = new NumberRanges();
        NumberRanges longer = new NumberRanges();
        for (Said said : holding) {
            if (said.value().etat() == Etat.OUVERT) {
                (SHORT.contains(said.value().grain()) ? shorter : longer)
                        .add(monthOf(said.value().end()));
            }
        }
        return new MonthTraits(
                shorter.text(),
                longer.text(),
                standing.stream().anyMatch(said -> said.value().mayStraddle()));
    }

    /** In months since year 0. */
    static int monthOf(int epochDay) {
        return (int) YearMonth.from(LocalDate.ofEpochDay(epochDay)).getLong(ChronoField.PROLEPTIC_MONTH);
    }
}
