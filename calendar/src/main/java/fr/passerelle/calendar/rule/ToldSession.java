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
 * @param seance its stable identity
 * @param sequence how often it was told otherwise before
 * @param start first minute of its day, in Paris
 * @param end minute after its last
 * @param animateur opaque identifier, for his own calendar alone
 * @param told when it was last told so
 * @param holidaysUnknownAfter day after which its calendar knew no holidays; null where it knew all of its days
 * @param demonstration whether it is a reconstruction
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

    /** Whether people can count on it. */
    public enum State {
        /** It was published. */
        CONFIRMED,
        /** It is not published yet. */
        TENTATIVE,
        /** It will not be held. */
        CANCELLED
    }

    /**
     * Where it is held.
     *
     * @param etape its étape, as proposals name hosts
     * @param name how people call it
     * @param address where known
     * @param commune its name
     * @param epci SIREN
     * @param epciName how people call its EPCI
     * @param latitude of the place itself; null where only its commune is known
     * @param longitude likewise
     */
    public record Place(
            String etape,
            String name,
            @Nullable String address,
            String commune,
            String epci,
            String epciName,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** In the order of days, then hours. */
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
