package fr.passerelle.calendar.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which session of a calendar is which reference of the same étape and cycle: so that a session that moves stays the same one. First those
 * that are equal, then those that differ by their animateur, then those of the same day, then the others in order.
 *
 * @param pairs every reference, then every session that is none of them
 */
public record CalendarMatch(List<Pair> pairs) {

    /**
     * A reference and what becomes of it.
     *
     * @param before null where the session was not there
     * @param after null where it is held no more
     */
    public record Pair(
            @Nullable ReferenceSession before, @Nullable TourSession after) {

        /** Whether anything differs. */
        public boolean isChange() {
            return before == null || after == null || !before.isSameAs(after);
        }
    }

    private static final List<BiPredicate<ReferenceSession, TourSession>> FROM_NEAREST = List.of(
            ReferenceSession::isSameAs,
            ReferenceSession::isSameTime,
            (before, after) -> before.date().equals(after.date()),
            (before, after) -> true);

    /** Of references and sessions of one étape in one cycle, both in order. */
    public static CalendarMatch of(List<ReferenceSession> references, List<TourSession> sessions) {
        List<ReferenceSession> before = new ArrayList<>(references);
        List<TourSession> after = new ArrayList<>(sessions);
        List<Pair> pairs = new ArrayList<>();
        for (BiPredicate<ReferenceSession, TourSession> near : FROM_NEAREST) {
            for (ReferenceSession reference : List.copyOf(before)) {
                Optional<TourSession> match = after.stream()
                        .filter(session -> near.test(reference, session))
                        .findFirst();
                match.ifPresent(session -> {
                    pairs.add(new Pair(reference, session));
                    before.remove(reference);
                    after.remove(session);
                });
            }
        }
        before.forEach(reference -> pairs.add(new Pair(reference, null)));
        after.forEach(session -> pairs.add(new Pair(null, session)));
        return new CalendarMatch(List.copyOf(pairs));
    }

    /** How many references are held otherwise: those that are not held at all are counted as unserved, or were asked for no more. */
    static long changed(List<ReferenceSession> references, List<TourSession> sessions) {
        return of(references, sessions).pairs().stream()
                .filter(pair -> pair.before() != null
                        && pair.after() != null
                        && !pair.before().isSameAs(pair.after()))
                .count();
    }
}
