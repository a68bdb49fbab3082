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
 * @param straddles whether a line that an import says of it, be it put aside or replaced, may straddle others
 */
record MonthTraits(String openTo, String openLongTo, boolean straddles) {

    static final MonthTraits NONE = new MonthTraits("{}", "{}", false);

    private static final Set<Grain> SHORT = Set.of(Grain.SEANCE, Grain.JOUR, Grain.SEMAINE, Grain.MOIS);

    /**
     * Of the lines that hold of a month.
     *
     * @param straddles whether a line that an import says of it may straddle others
     */
    static MonthTraits of(Collection<Said> holding, boolean straddles) {
        NumberRanges shorter = new NumberRanges();
        NumberRanges longer = new NumberRanges();
        for (Said said : holding) {
            if (said.value().etat() == Etat.OUVERT) {
                (SHORT.contains(said.value().grain()) ? shorter : longer)
                        .add(monthOf(said.value().end()));
            }
        }
        return new MonthTraits(shorter.text(), longer.text(), straddles);
    }

    /** In months since year 0. */
    static int monthOf(int epochDay) {
        return (int) YearMonth.from(LocalDate.ofEpochDay(epochDay)).getLong(ChronoField.PROLEPTIC_MONTH);
    }
}
