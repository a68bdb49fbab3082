package fr.passerelle.calendar.rule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;

/**
 * What a calendar reaches in one cycle on each level, in their order: less is better, and a level only decides among what is best on those
 * before it.
 *
 * @param unserved sessions asked for and not held
 * @param changed references that are held otherwise
 * @param road minutes on the road
 * @param spread minutes of work between who has most and who has least
 */
public record TourLevels(long unserved, long changed, long road, long spread) implements Comparable<TourLevels> {

    private static final Comparator<TourLevels> ORDER = Comparator.comparingLong(TourLevels::unserved)
            .thenComparingLong(TourLevels::changed)
            .thenComparingLong(TourLevels::road)
            .thenComparingLong(TourLevels::spread);

    /** Recomputed from the days alone. */
    public static TourLevels of(TourQuestion question, TourCalendar calendar, LocalDate cycle) {
        long unserved = 0;
        long changed = 0;
        for (TourStop stop : question.stops()) {
            List<TourSession> sessions = calendar.sessions(question.dates(), stop, cycle);
            unserved += Math.max(0, question.asked(stop, cycle) - sessions.size());
            changed += CalendarMatch.changed(question.references(stop, cycle), sessions);
        }
        List<DayTour> days = calendar.days(question.dates(), cycle);
        return new TourLevels(
                unserved, changed, days.stream().mapToLong(DayTour::roadMinutes).sum(), spread(question, days));
    }

    private static long spread(TourQuestion question, List<DayTour> days) {
        LongSummaryStatistics work = question.animateurs().stream()
                .mapToLong(animateur -> days.stream()
                        .filter(day -> day.animateur().equals(animateur))
                        .mapToLong(day -> day.work(question.terms()))
                        .sum())
                .summaryStatistics();
        return work.getCount() == 0 ? 0 : work.getMax() - work.getMin();
    }

    @Override
    public int compareTo(TourLevels other) {
        return ORDER.compare(this, other);
    }
}
