package fr.passerelle.calendar.tour;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file of sessions: one session, or that a month is complete.
 *
 * @param line in the file
 * @param lieu subject of the étape
 * @param date null where a month is complete
 * @param start first minute; null where not told
 * @param complete the month that is complete; null for a session
 * @param held whether it was held
 * @param presences null where nobody counted
 * @param firstTime null where nobody counted
 * @param personHours hundredths of an hour; null where nobody counted
 */
record SeanceRow(
        long line,
        String lieu,
        @Nullable LocalDate date,
        @Nullable Integer start,
        @Nullable YearMonth complete,
        boolean held,
        @Nullable Integer presences,
        @Nullable Integer firstTime,
        @Nullable Integer personHours) {

    /** The month that it is about. */
    YearMonth month() {
        return date == null
                ? Objects.requireNonNull(complete, "A row is about a day or a month")
                : YearMonth.from(date);
    }
}
