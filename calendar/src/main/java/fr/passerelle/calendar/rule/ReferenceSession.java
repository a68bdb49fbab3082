package fr.passerelle.calendar.rule;

import fr.passerelle.calendar.rule.TourCalendar.TourSession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A session that a calendar should keep as it is: one that was published, or one of the rhythm of an étape that has none.
 *
 * @param seance its stable identity; empty for one of a rhythm
 * @param stop subject of its étape
 * @param start first minute
 * @param animateur identifier of who holds it
 * @param published whether people were told
 * @param fact whether it has been, or was told for days too near to be told otherwise: no calendar holds it, nothing judges it
 */
public record ReferenceSession(
        String seance, String stop, LocalDate date, int start, String animateur, boolean published, boolean fact) {

    /** By day, start, étape, then animateur. */
    public static final Comparator<ReferenceSession> ORDER = Comparator.comparing(ReferenceSession::date)
            .thenComparing(ReferenceSession::start)
            .thenComparing(ReferenceSession::stop)
            .thenComparing(ReferenceSession::animateur);

    private static final List<BiPredicate<ReferenceSession, TourSession>> FROM_NEAREST = List.of(
            ReferenceSession::isSameAs,
            ReferenceSession::isSameTime,
            (before, after) -> before.date().equals(after.date()),
            (before, after) -> true);

    /** One that lies ahead. */
    public ReferenceSession(
            String seance, String stop, LocalDate date, int start, String animateur, boolean published) {
        this(seance, stop, date, start, animateur, published, false);
    }

    /** Whether a session of a calendar is this one, by place, day, hour and animateur. */
    public boolean isSameAs(TourSession session) {
        return isSameTime(session) && animateur.equals(session.animateur().id());
    }

    /** Whether it differs by its animateur at most. */
    public boolean isSameTime(TourSession session) {
        return stop.equals(session.stop().key()) && date.equals(session.date()) && start == session.start();
    }

    /**
     * Which session is which reference of an étape in a cycle, both in order, so that one that moves stays the same one: first those that are
     * equal, then those that differ by their animateur, then those of the same day, then the others in order; then those that are left.
     */
    public static List<Pair> pairs(List<ReferenceSession> references, List<TourSession> sessions) {
        List<ReferenceSession> before = new ArrayList<>(references);
        List<TourSession> after = new ArrayList<>(sessions);
        List<Pair> pairs = new ArrayList<>();
        for (BiPredicate<ReferenceSession, TourSession> near : FROM_NEAREST) {
            for (ReferenceSession reference : List.copyOf(before)) {
                after.stream()
                        .filter(session -> near.test(reference, session))
                        .findFirst()
                        .ifPresent(session -> {
                            pairs.add(new Pair(reference, session));
                            before.remove(reference);
                            after.remove(session);
                        });
            }
        }
        before.forEach(reference -> pairs.add(new Pair(reference, null)));
        after.forEach(session -> pairs.add(new Pair(null, session)));
        return List.copyOf(pairs);
    }

    /** How many references are held otherwise: those that are not held at all are counted as unserved, or were asked for no more. */
    static long changed(List<ReferenceSession> references, List<TourSession> sessions) {
        return pairs(references, sessions).stream()
                .filter(pair -> pair.before() != null && pair.after() != null && pair.isChange())
                .count();
    }

    /** A reference and what becomes of it: null before where the session was not there, null after where it is held no more. */
    public record Pair(
            @Nullable ReferenceSession before, @Nullable TourSession after) {

        /** Whether anything differs. */
        public boolean isChange() {
            return before == null || after == null || !before.isSameAs(after);
        }
    }
}
