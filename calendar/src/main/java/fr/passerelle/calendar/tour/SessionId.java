package fr.passerelle.calendar.tour;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * The identity of a session, that it keeps for life, whatever its day, hour or animateur becomes.
 *
 * @param stop subject of the étape
 * @param cycle Monday of the cycle in which it was first published
 * @param rank within that cycle, from 0; one that was taken is never given again
 */
public record SessionId(String stop, LocalDate cycle, int rank) implements Comparable<SessionId> {

    private static final String MARK = "|";
    private static final Comparator<SessionId> ORDER = Comparator.comparing(SessionId::stop)
            .thenComparing(SessionId::cycle)
            .thenComparing(SessionId::rank);

    /** Reads one, as {@link #toString} writes it. */
    public static SessionId read(String text) {
        String[] parts = text.split("\\|", -1);
        return new SessionId(parts[0], LocalDate.parse(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    public int compareTo(SessionId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return stop + MARK + cycle + MARK + rank;
    }
}
