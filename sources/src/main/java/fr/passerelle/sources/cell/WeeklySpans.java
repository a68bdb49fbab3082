package fr.passerelle.sources.cell;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * When a place is open in an ordinary week.
 *
 * @param days the hours of each day that has any, in order
 */
public record WeeklySpans(SortedMap<DayOfWeek, List<Span>> days) {

    /** What hours must be like to be read, in French. */
    public static final String ADVICE =
            "Des horaires n'y sont lus que s'ils donnent chaque jour une fois et ses heures,"
                    + " tels que « mardi au vendredi 9h-12h et 14h-17h30, samedi 9h-12h ».";

    /**
     * Hours in minutes of their day.
     *
     * @param start first minute
     * @param end minute after the last one, of the same day
     */
    public record Span(int start, int end) {

        boolean exists() {
            return start >= 0 && start < end && end <= Week.DAY;
        }
    }

    /** Reads hours as OpenStreetMap or French people write them; empty where they are in doubt, or never open. */
    public static Optional<WeeklySpans> read(String text) {
        return Optional.ofNullable(Week.read(text))
                .map(Week::spans)
                .filter(days -> !days.isEmpty())
                .map(WeeklySpans::new);
    }
}
