package fr.passerelle.cli.dataset;

import fr.passerelle.published.session.PublishedSession;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When sessions are held, in the syntax of opening hours of OpenStreetMap.
 *
 * @param sessions those that are held, by day
 */
record SessionHours(List<PublishedSession> sessions) {

    /** Of a day in English, whose names the syntax has: {@code 2018 Jan 10}. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy MMM dd", Locale.ENGLISH);

    static SessionHours from(LocalDate first, ToldCalendar calendar) {
        return new SessionHours(calendar.sessions().stream()
                .filter(session -> session.cancelled() == null && !session.day().isBefore(first))
                .toList());
    }

    /** Those of an étape; null where it has none. A day is written once: a later rule for it would undo the one before. */
    @Nullable
    String of(String etape) {
        String hours = sessions.stream()
                .filter(session -> session.etape().equals(etape))
                .collect(Collectors.groupingBy(
                        PublishedSession::day,
                        TreeMap::new,
                        Collectors.mapping(SessionHours::span, Collectors.joining(","))))
                .entrySet()
                .stream()
                .map(day -> DAY.format(day.getKey()) + " " + day.getValue())
                .collect(Collectors.joining("; "));
        return hours.isEmpty() ? null : hours;
    }

    private static String span(PublishedSession session) {
        return time(session.start()) + "-" + time(session.end());
    }

    /** A minute of its day as HH:MM. */
    static String time(int minute) {
        return LocalTime.MIN.plusMinutes(minute).toString();
    }
}
