package fr.passerelle.calendar.rule;

import java.time.LocalDate;
import java.util.List;

/**
 * An answer: the days of all animateurs.
 *
 * @param days by animateur, then day
 */
public record TourCalendar(List<DayTour> days) {

    /** In the one order of an answer. */
    public TourCalendar {
        days = days.stream().sorted(DayTour.ORDER).toList();
    }

    /** All sessions, in order. */
    public List<TourSession> sessions() {
        return days.stream()
                .flatMap(day -> day.sessions().stream())
                .sorted(TourSession.ORDER)
                .toList();
    }

    /** Those of an étape in a cycle, in order. */
    public List<TourSession> sessions(TourDates dates, TourStop stop, LocalDate cycle) {
        return sessions().stream()
                .filter(session -> session.stop().equals(stop)
                        && dates.cycle(session.date()).equals(cycle))
                .toList();
    }

    /** The days that lie in a cycle. */
    public List<DayTour> days(TourDates dates, LocalDate cycle) {
        return days.stream()
                .filter(day -> dates.cycle(day.date()).equals(cycle))
                .toList();
    }
}
