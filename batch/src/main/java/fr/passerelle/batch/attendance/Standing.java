package fr.passerelle.batch.attendance;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What holds of a month before lines are held against each other: of several imports that speak of a line the last, and as its
 * origin the earliest that has said so without interruption.
 */
final class Standing {

    private final Map<Identity, Said> lines = new LinkedHashMap<>();

    /** @param sayings in the order of the imports */
    static Standing of(Collection<Saying> sayings) {
        Standing standing = new Standing();
        sayings.forEach(saying -> standing.plus(saying, saying.identities()));
        return standing;
    }

    /** With what a later import says; the same object. */
    Standing plus(Saying saying, List<Identity> identities) {
        saying.departed().keySet().forEach(id -> lines.remove(Identity.of(id)));
        for (int i = 0; i < identities.size(); i++) {
            lines.merge(
                    identities.get(i),
                    saying.lines().get(i),
                    (before, now) -> before.value().equals(now.value()) ? before : now);
        }
        return this;
    }

    Collection<Said> lines() {
        return lines.values();
    }

    @Nullable
    Said get(Identity identity) {
        return lines.get(identity);
    }

    /** The ids that stand in this month. */
    Set<LineId> ids() {
        return lines.keySet().stream()
                .filter(identity -> identity.id() != null)
                .map(Identity::id)
                .collect(Collectors.toSet());
    }
}
