package fr.passerelle.batch.attendance;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds of a month before lines are held against each other: of several imports that speak of a line the last, and as its
 * origin the earliest that has said so without interruption.
 */
final class Standing {

    private final Map<Identity, Said> lines = new LinkedHashMap<>();

    /** Lines that others go on with under another identity: which. */
    private final Map<Identity, Identity> continued = new HashMap<>();

    /** Lines that go on with others. */
    private final Set<Identity> continuing = new HashSet<>();

    /**
     * @param sayings in the order of the imports
     * @param continued by the imports that go on with lines that are known under other identities: in which register
     */
    static Standing of(Collection<Saying> sayings, Map<Integer, String> continued) {
        Standing standing = new Standing();
        sayings.forEach(saying -> standing.plus(saying, saying.identities(), continued.get(saying.importNo())));
        return standing;
    }

    /**
     * With what a later import says; the same object.
     *
     * @param identities of its lines
     * @param register of which it goes on with lines that are known under other identities; null for none
     */
    Standing plus(Saying saying, List<Identity> identities, @Nullable String register) {
        saying.departed().keySet().forEach(id -> {
            lines.remove(Identity.of(id));
            continued.remove(Identity.of(id));
        });
        if (!continued.isEmpty()) {
            identities.forEach(this::say);
        }
        if (register != null) {
            goOn(saying.byIdentity(), register);
        }
        for (int i = 0; i < identities.size(); i++) {
            lines.merge(
                    identities.get(i),
                    saying.lines().get(i),
                    (before, now) -> before.value().equals(now.value()) ? before : now);
        }
        return this;
    }

    /** A line that is said again stands beside the one that went on with it. */
    private void say(Identity identity) {
        Identity other = continued.remove(identity);
        if (other != null) {
            continuing.remove(other);
        }
    }

    private void goOn(Map<Identity, Said> said, String register) {
        Map<Identity, Said> those = new LinkedHashMap<>(said);
        those.keySet().removeAll(continuing);
        new Continuation(lines, said, register).of(those).forEach((identity, other) -> {
            lines.remove(other);
            continued.put(other, identity);
            continuing.add(identity);
        });
    }

    /** How many lines of a saying are not known, but one of the same place in the register, with an id or without. */
    int counterparts(Saying saying, String register) {
        Map<Identity, Said> said = saying.byIdentity();
        Map<Identity, Said> fresh = new LinkedHashMap<>(said);
        fresh.keySet().removeAll(lines.keySet());
        fresh.keySet().removeAll(continued.keySet());
        return new Continuation(lines, said, register).of(fresh).size();
    }

    Collection<Said> lines() {
        return lines.values();
    }

    @Nullable
    Said get(Identity identity) {
        return lines.get(identity);
    }

    /** The ids that are known in this month. */
    Set<LineId> ids() {
        return Stream.concat(lines.keySet().stream(), continued.keySet().stream())
                .filter(identity -> identity.id() != null)
                .map(Identity::id)
                .collect(Collectors.toSet());
    }
}
