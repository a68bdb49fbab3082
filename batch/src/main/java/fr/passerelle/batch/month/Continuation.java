package fr.passerelle.batch.month;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a month that others of the same place go on with under another identity: one without an id of which the other has one in the
 * register, or the other way round. It depends on nothing but what they are.
 */
final class Continuation {

    private static final Comparator<LineIdentity> ORDER =
            Comparator.comparingInt(LineIdentity::rank).thenComparing(Continuation::id);

    private record Place(LineIdentity first, boolean numbered) {}

    private final Map<Place, Queue<LineIdentity>> known = new HashMap<>();

    /**
     * @param standing what is known of the month
     * @param lines those of the file that goes on
     * @param register that it goes on with
     */
    Continuation(Map<LineIdentity, ImportedLine> standing, Map<LineIdentity, ImportedLine> lines, String register) {
        standing.forEach((identity, line) -> {
            boolean numbered = identity.id() != null;
            if (!lines.containsKey(identity)
                    && !line.value().isObservedZero()
                    && (!numbered || line.value().register().equals(register))) {
                known.computeIfAbsent(
                                new Place(LineIdentity.ofPlace(line.value()), numbered),
                                place -> new PriorityQueue<>(ORDER))
                        .add(identity);
            }
        });
    }

    private static String id(LineIdentity identity) {
        return identity.id() == null ? "" : identity.id().id();
    }

    /** What each of some lines of the file goes on with, as far as it does. */
    Map<LineIdentity, LineIdentity> of(Map<LineIdentity, ImportedLine> lines) {
        Map<LineIdentity, LineIdentity> continued = new HashMap<>();
        lines.keySet().stream().sorted(ORDER).forEach(identity -> {
            ImportedLine line = lines.get(identity);
            LineIdentity other = line == null ? null : next(line.value());
            if (other != null) {
                continued.put(identity, other);
            }
        });
        return continued;
    }

    private @Nullable LineIdentity next(Attendance value) {
        Queue<LineIdentity> waiting =
                known.get(new Place(LineIdentity.ofPlace(value), value.id().isEmpty()));
        return waiting == null || value.isObservedZero() ? null : waiting.poll();
    }
}
