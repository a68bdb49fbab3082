package fr.passerelle.calendar.rule;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A session of a calendar.
 *
 * @param start first minute
 * @param end minute after the last one
 */
public record TourSession(TourStop stop, LocalDate date, int start, int end, TourAnimateur animateur) {

    /** By day, start, étape, then animateur. */
    public static final Comparator<TourSession> ORDER = Comparator.comparing(TourSession::date)
            .thenComparing(TourSession::start)
            .thenComparing(session -> session.stop().key())
            .thenComparing(session -> session.animateur().id());

    /** When it takes place. */
    public MinuteSpan span() {
        return new MinuteSpan(start, end);
    }
}
