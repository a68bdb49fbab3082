package fr.passerelle.calendar.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session as calendars of people are to tell it.
 *
 * @param sequence how often it was told otherwise before
 * @param start first minute of its day, in Paris
 * @param end minute after its last
 * @param animateur opaque identifier, for his own calendar alone
 * @param told when it was last told so
 * @param holidaysUnknownAfter day after which its calendar knew no holidays; null where it knew all of its days
 */
public record ToldSession(
        String seance,
        int sequence,
        State state,
        LocalDate day,
        int start,
        int end,
        String animateur,
        Instant told,
        @Nullable LocalDate holidaysUnknownAfter,
        Place place,
        boolean demonstration) {

    /** Whether people can count on it, as RFC 5545 names it: it was published, it is not published yet, or it will not be held. */
    public enum State {
        CONFIRMED,
        TENTATIVE,
        CANCELLED
    }

    /** Where it is held: its étape as proposals name hosts, the SIREN of its EPCI; no position where only its commune is known. */
    public record Place(
            String etape,
            String name,
            @Nullable String address,
            String commune,
            String epci,
            String epciName,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    private static final Comparator<ToldSession> BY_DAY = Comparator.comparing(ToldSession::day)
            .thenComparing(ToldSession::start)
            .thenComparing(ToldSession::seance);

    /** Day after which the calendar of the last of some sessions knew no holidays; null where it knew all of its days, or there is none. */
    public static @Nullable LocalDate unknownAfter(Collection<ToldSession> sessions) {
        return sessions.stream()
                .max(BY_DAY)
                .map(ToldSession::holidaysUnknownAfter)
                .orElse(null);
    }

    /** Those that are held from a day on; all of them where the day is after the last: of an exercise, nothing has been. */
    public static List<ToldSession> held(Collection<ToldSession> sessions, LocalDate from) {
        List<ToldSession> all = sessions.stream()
                .filter(session -> session.state() != State.CANCELLED)
                .sorted(BY_DAY)
                .toList();
        List<ToldSession> ahead =
                all.stream().filter(session -> !session.day().isBefore(from)).toList();
        return ahead.isEmpty() ? all : ahead;
    }
}
