package fr.passerelle.calendar.rule;

import fr.passerelle.schemas.bareme.Tournees.WorkingDay;
import fr.passerelle.schemas.event.DemiJournee;
import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * An étape that a day should hold, and when its session may begin there.
 *
 * @param begins minutes at which it may begin
 */
public record TourVisit(TourStop stop, MinuteSpan begins) {

    private static final int MINUTES_A_DAY = 24 * 60;

    /** At any hour. */
    public static TourVisit of(TourStop stop) {
        return new TourVisit(stop, new MinuteSpan(0, MINUTES_A_DAY));
    }

    /** In half of a day. */
    public static TourVisit of(TourStop stop, DemiJournee half, WorkingDay terms) {
        return new TourVisit(
                stop,
                switch (half) {
                    case MATIN -> new MinuteSpan(0, terms.noon());
                    case APRES_MIDI -> new MinuteSpan(terms.noon(), MINUTES_A_DAY);
                });
    }

    /** At this very minute. */
    public static TourVisit at(TourStop stop, int start) {
        return new TourVisit(stop, new MinuteSpan(start, start + 1));
    }

    /** Minutes of a day at which it may begin, from one on and before another, in order. */
    IntStream starts(TourTerms terms, LocalDate date, int from, int before) {
        return IntStream.iterate(
                        terms.nextStart(Math.max(from, begins.start())),
                        minute -> minute < Math.min(before, begins.end()),
                        minute -> minute + terms.tournees().step())
                .filter(minute -> stop.isOpen(date, terms.session(minute)));
    }
}
