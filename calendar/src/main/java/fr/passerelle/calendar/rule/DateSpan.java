package fr.passerelle.calendar.rule;

import java.time.LocalDate;
import java.util.Collection;

/**
 * Days that follow each other.
 *
 * @param first first day
 * @param last last day, included
 */
public record DateSpan(LocalDate first, LocalDate last) {

    /** @throws IllegalArgumentException when it ends before it begins */
    public DateSpan {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("From " + first + " to " + last);
        }
    }

    /** Whether one of several holds a day. */
    public static boolean any(Collection<DateSpan> spans, LocalDate date) {
        return spans.stream().anyMatch(span -> span.holds(date));
    }

    /** Whether a day is one of them. */
    public boolean holds(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
