package fr.passerelle.rules.financing;

import fr.passerelle.schemas.bareme.Reglement.Annees;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The aid to running by budget year (RULES 5). Years of the convention run from the opening; a month counts 30 days, so that twelve make one year whatever their lengths. */
public final class BudgetYears {

    private static final int DAYS_A_MONTH = 30;
    private static final int DAYS_A_YEAR = 360;

    private BudgetYears() {}

    /**
     * Splits aids by calendar year.
     *
     * @param opening first day of running
     * @param aids aid of each year of running, euros to the cent, first year first
     * @param annees CONVENTION: each year of running starts on the anniversary of the opening and its aid is split in proportion to time, the
     *     first part rounded down, the last taking the odd cent; CIVILE: years of running are calendar years, the first that of the opening
     * @return euros by calendar year, none of them 0; the sum is that of the aids
     */
    public static SortedMap<Integer, BigDecimal> of(LocalDate opening, List<BigDecimal> aids, Annees annees) {
        SortedMap<Integer, BigDecimal> budget = new TreeMap<>();
        for (int i = 0; i < aids.size(); i++) {
            int year = opening.getYear() + i;
            BigDecimal first = firstPart(opening, aids.get(i), annees);
            add(budget, year, first);
            add(budget, year + 1, aids.get(i).subtract(first));
        }
        return budget;
    }

    private static BigDecimal firstPart(LocalDate opening, BigDecimal aid, Annees annees) {
        return switch (annees) {
            case CIVILE -> aid;
            case CONVENTION ->
                aid.multiply(BigDecimal.valueOf(daysLeftInTheYear(opening)))
                        .divide(BigDecimal.valueOf(DAYS_A_YEAR), 2, RoundingMode.DOWN);
        };
    }

    private static int daysLeftInTheYear(LocalDate opening) {
        int day = Math.min(opening.getDayOfMonth(), DAYS_A_MONTH);
        return (12 - opening.getMonthValue()) * DAYS_A_MONTH + DAYS_A_MONTH - day + 1;
    }

    private static void add(SortedMap<Integer, BigDecimal> budget, int year, BigDecimal part) {
        if (part.signum() != 0) {
            budget.merge(year, part, BigDecimal::add);
        }
    }
}
