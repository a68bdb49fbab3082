package fr.passerelle.batch.attendance;

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

    private static final Comparator<Identity> ORDER =
            Comparator.comparingInt(Identity::rank).thenComparing(Continuation::id);

    private record Place(Identity first, boolean numbered) {}

    private final Map<Place, Queue<Identity>> known = new HashMap<>();

    /**
     * @param standing what is known of the month
     * @param lines those of the file that goes on
     * @param register that it goes on with
     */
    Continuation(Map<Identity, Said> standing, Map<Identity, Said> lines, String register) {
        standing.forEach((identity, said) -> {
            boolean numbered = identity.id() != null;
            if (!lines.containsKey(identity)
                    && !said.value().isObservedZero()
                    && (!numbered || said.value().register().equals(register))) {
                known.computeIfAbsent(
                                new Place(Identity.ofPlace(said.value()), numbered),
                                place -> new PriorityQueue<>(ORDER))
                        .add(identity);
            }
        });
    }

    private static String id(Identity identity) {
        return identity.id() == null ? "" : identity.id().id();
    }

    /** What each of some lines of the file goes on with, as far as it does. */
    Map<Identity, Identity> of(Map<Identity, Said> lines) {
        Map<Identity, Identity> continued = new HashMap<>();
        lines.keySet().stream().sorted(ORDER).forEach(identity -> {
            Said said = lines.get(identity);
            Identity other = said == null ? null : next(said.value());
            if (other != null) {
                continued.put(identity, other);
            }
        });
        return continued;
    }

    private @Nullable Identity next(Attendance value) {
        Queue<Identity> waiting =
                known.get(new Place(Identity.ofPlace(value), value.id().isEmpty()));
        return waiting == null || value.isObservedZero() ? null : waiting.poll();
    }
}
