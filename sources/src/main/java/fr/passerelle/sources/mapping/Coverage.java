package fr.passerelle.sources.mapping;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Months of which a file says everything: where one of its rooms has no row, there was nobody.
 *
 * @param from first month
 * @param to last month, included
 */
record Coverage(YearMonth from, YearMonth to) {

    /** How many months. */
    int months() {
        return Math.toIntExact(ChronoUnit.MONTHS.between(from, to)) + 1;
    }

    /** The number of the month that holds a day, from 0; negative before, {@link #months()} or more after. */
    int number(java.time.LocalDate day) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(from, YearMonth.from(day)));
    }
}
