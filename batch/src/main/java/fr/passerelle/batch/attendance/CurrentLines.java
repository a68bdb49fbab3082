package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.ImportedMonth.ImportedLine;
import fr.passerelle.batch.attendance.LineIdentity.LineId;
import fr.passerelle.batch.attendance.LineIdentity.Place;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds of a month before lines are held against each other: of several imports that speak of a line the last, and as its
 * origin the earliest that has said so without interruption.
 */
final class CurrentLines {

    private final Map<LineIdentity, ImportedLine> lines = new LinkedHashMap<>();

    /** Lines that others go on with under another identity: which. */
    private final Map<LineIdentity, LineIdentity> continued = new HashMap<>();

    /** Lines that go on with others. */
    private final Set<LineIdentity> continuing = new HashSet<>();

    /** Of sayings in the order of the imports; {@code continued} has the register in which one goes on with lines under other identities. */
    public static CurrentLines of(Collection<ImportedMonth> sayings, Map<Integer, String> continued) {
        CurrentLines current = new CurrentLines();
        sayings.forEach(month -> current.plus(month, month.identities(), continued.get(month.importNo())));
        return current;
    }

    /**
     * With what a later import says, by the identities of its lines; the same object. Where it goes on with lines that are known under
     * other identities, it does so in a register; null for none.
     */
    public CurrentLines plus(ImportedMonth month, List<LineIdentity> identities, @Nullable String register) {
        month.departed().keySet().forEach(id -> {
            lines.remove(id);
            continued.remove(id);
        });
        if (!continued.isEmpty()) {
            // A line that is said again stands beside the one that went on with it.
            identities.stream()
                    .<@Nullable LineIdentity>map(continued::remove)
                    .filter(Objects::nonNull)
                    .forEach(continuing::remove);
        }
        if (register != null) {
            goOn(month.byIdentity(), register);
        }
        for (int i = 0; i < identities.size(); i++) {
            lines.merge(
                    identities.get(i),
                    month.lines().get(i),
                    (before, now) -> before.value().equals(now.value()) ? before : now);
        }
        return this;
    }

    private void goOn(Map<LineIdentity, ImportedLine> said, String register) {
        Map<LineIdentity, ImportedLine> those = new LinkedHashMap<>(said);
        those.keySet().removeAll(continuing);
        new Continuation(lines, said, register).of(those).forEach((identity, other) -> {
            lines.remove(other);
            continued.put(other, identity);
            continuing.add(identity);
        });
    }

    /** How many lines of a saying are not known, but one of the same place in the register, with an id or without. */
    public int counterparts(ImportedMonth month, String register) {
        Map<LineIdentity, ImportedLine> said = month.byIdentity();
        Map<LineIdentity, ImportedLine> fresh = new LinkedHashMap<>(said);
        fresh.keySet().removeAll(lines.keySet());
        fresh.keySet().removeAll(continued.keySet());
        return new Continuation(lines, said, register).of(fresh).size();
    }

    /** Those that hold. */
    public Collection<ImportedLine> lines() {
        return lines.values();
    }

    /** The line of this identity; null where there is none. */
    public @Nullable ImportedLine get(LineIdentity identity) {
        return lines.get(identity);
    }

    /** The ids that are known in this month. */
    public Set<LineId> ids() {
        return Stream.concat(lines.keySet().stream(), continued.keySet().stream())
                .filter(LineId.class::isInstance)
                .map(LineId.class::cast)
                .collect(Collectors.toSet());
    }

    /**
     * Lines of a month that others of the same place go on with under another identity: one without an id of which the other has one in
     * the register, or the other way round. It depends on nothing but what they are.
     */
    private static final class Continuation {

        private static final Comparator<LineIdentity> ORDER = Comparator.comparingInt(LineIdentity::rank)
                .thenComparing(identity -> identity instanceof LineId numbered ? numbered.id() : "");

        /** Those with an id, and those without. */
        private final Map<Place, Queue<LineIdentity>> numbered = new HashMap<>();

        private final Map<Place, Queue<LineIdentity>> bare = new HashMap<>();

        /** Of what is known of the month, what lines of a file go on with in a register. */
        Continuation(Map<LineIdentity, ImportedLine> standing, Map<LineIdentity, ImportedLine> lines, String register) {
            standing.forEach((identity, line) -> {
                boolean hasId = identity instanceof LineId;
                if (!lines.containsKey(identity)
                        && !line.value().isObservedZero()
                        && (!hasId || line.value().register().equals(register))) {
                    (hasId ? numbered : bare)
                            .computeIfAbsent(Place.of(line.value()), place -> new PriorityQueue<>(ORDER))
                            .add(identity);
                }
            });
        }

        /** What each of some lines of the file goes on with, as far as it does. */
        Map<LineIdentity, LineIdentity> of(Map<LineIdentity, ImportedLine> lines) {
            Map<LineIdentity, LineIdentity> continued = new HashMap<>();
            lines.entrySet().stream().sorted(Map.Entry.comparingByKey(ORDER)).forEach(line -> {
                Attendance value = line.getValue().value();
                Queue<LineIdentity> waiting = (value.id().isEmpty() ? numbered : bare).get(Place.of(value));
                LineIdentity other = waiting == null || value.isObservedZero() ? null : waiting.poll();
                if (other != null) {
                    continued.put(line.getKey(), other);
                }
            });
            return continued;
        }
    }
}
