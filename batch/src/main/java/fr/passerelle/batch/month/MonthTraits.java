package fr.passerelle.batch.month;

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
 * @param reach last month in which one of its lines ends that count what adds up, if that is a later one; 0 where none does
 */
public record MonthTraits(String openTo, String openLongTo, boolean straddles, int reach) {

    public static final MonthTraits NONE = new MonthTraits("{}", "{}", false, 0);

    private static final Set<Grain> SHORT = Set.of(Grain.SEANCE, Grain.JOUR, Grain.SEMAINE, Grain.MOIS);

    /**
     * Of the lines that hold of a month.
     *
     * @param straddles whether a line that an import says of it may straddle others
     */
    public static MonthTraits of(Collection<ImportedLine> holding, boolean straddles) {
        NumberRanges shorter = new NumberRanges();
        NumberRanges longer = new NumberRanges();
        int reach = 0;
        for (ImportedLine line : holding) {
            if (line.value().etat() == Etat.OUVERT) {
                (SHORT.contains(line.value().grain()) ? shorter : longer)
                        .add(monthOf(line.value().end()));
                reach = Math.max(reach, reach(line.value()));
            }
        }
        return new MonthTraits(shorter.text(), longer.text(), straddles, reach);
    }

    /** The last month of a line that reaches beyond its first, and counts what adds up; 0 of another. */
    public static int reach(Attendance value) {
        int end = monthOf(value.end());
        return end > monthOf(value.start()) && value.addsUp() ? end : 0;
    }

    /** In months since year 0. */
    public static int monthOf(int epochDay) {
        return (int) YearMonth.from(LocalDate.ofEpochDay(epochDay)).getLong(ChronoField.PROLEPTIC_MONTH);
    }
}
