package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.DateSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * School holidays and days on which nothing is held, as far as they are known.
 *
 * @param until last day of which it is known whether it is one
 */
public record KnownHolidays(LocalDate until, List<DateSpan> school, List<DateSpan> closed) {

    /** These, and others that are known later or besides. */
    public KnownHolidays and(KnownHolidays others) {
        return new KnownHolidays(
                until.isAfter(others.until) ? until : others.until,
                together(school, others.school),
                together(closed, others.closed));
    }

    /** What they are from one day to another, both included. */
    public KnownHolidays between(LocalDate first, LocalDate last) {
        return new KnownHolidays(until, between(school, first, last), between(closed, first, last));
    }

    private static List<DateSpan> together(List<DateSpan> some, List<DateSpan> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    private static List<DateSpan> between(List<DateSpan> spans, LocalDate first, LocalDate last) {
        return spans.stream()
                .filter(span -> !span.first().isAfter(last) && !span.last().isBefore(first))
                .toList();
    }
}
