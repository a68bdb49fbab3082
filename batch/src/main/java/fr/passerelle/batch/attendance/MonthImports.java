package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.ImportedMonth.ImportedLine;
import fr.passerelle.batch.attendance.ImportedMonthTable.Kept;
import fr.passerelle.batch.attendance.LineIdentity.LineId;
import fr.passerelle.batch.attendance.StagedLines.StagedLine;
import fr.passerelle.batch.attendance.Verdicts.LineRefusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all imports say of a month of a room, before a run and as the run leaves it. */
final class MonthImports {

    private final Kept kept;
    private final NavigableMap<Integer, ImportedMonth> before;
    private final NavigableMap<Integer, ImportedMonth> now;

    /** Those that say what an earlier one had said last. */
    private final NavigableSet<Integer> repeating;

    private final Set<Integer> leaving;
    private final Map<Integer, String> continued;
    private final NavigableSet<Integer> repeats = new TreeSet<>();
    private final Map<StagedLine, Note> notes = new IdentityHashMap<>();
    private @Nullable CurrentLines was;
    private @Nullable CurrentLines current;

    /** What is known of a line when it is taken: its identity, null where it is refused at once, and whether it says what was not known. */
    private record Note(@Nullable LineIdentity identity, boolean isNew) {

        static final Note REFUSED = new Note(null, false);
    }

    /**
     * Of a month as it is kept, in which {@code repeating} only repeat, as far as they are asked for, {@code leaving} are withdrawn,
     * and those that go on with lines that are known under other identities are {@code continued} in a register.
     */
    MonthImports(Kept kept, Collection<Integer> repeating, Set<Integer> leaving, Map<Integer, String> continued) {
        this.kept = kept;
        this.before = new TreeMap<>(kept.sayings());
        this.now = new TreeMap<>(kept.sayings());
        this.repeating = new TreeSet<>(repeating);
        this.leaving = leaving;
        this.continued = continued;
    }

    Kept kept() {
        return kept;
    }

    /** Takes the lines that one import says, in the order of its file; those of its corrections in their places. */
    void take(int importNo, List<StagedLine> lines) {
        ImportedMonth known = now.getOrDefault(importNo, ImportedMonth.none(importNo));
        List<StagedLine> taken =
                lines.stream().filter(line -> isFree(line, known)).toList();
        ImportedMonth said = known.plus(taken.stream().map(StagedLine::said).toList());
        if (taken.isEmpty()) {
            return;
        }
        CurrentLines earlier = CurrentLines.of(now.headMap(importNo, false).values(), continued);
        List<LineIdentity> identities = said.identities();
        note(taken, said, identities, earlier);
        current = null;
        if (!now.containsKey(importNo) && isRepeated(said)) {
            repeats.add(importNo);
            return;
        }
        leaveToHeir(importNo);
        now.put(importNo, said);
        if (now.lastKey() == importNo) {
            current = earlier.plus(said, identities, continued.get(importNo));
        }
    }

    /** Of a row that comes back corrected its register may say its id elsewhere in the month. */
    private boolean isFree(StagedLine line, ImportedMonth known) {
        boolean free = !line.corrects()
                || line.value().id().isEmpty()
                || known.lines().stream()
                        .noneMatch(other -> !other.isAt(line.said())
                                && LineIdentity.of(other.value()).equals(LineIdentity.of(line.value())));
        if (!free) {
            notes.put(line, Note.REFUSED);
        }
        return free;
    }

    private void note(List<StagedLine> taken, ImportedMonth said, List<LineIdentity> all, CurrentLines earlier) {
        Map<ImportedLine, LineIdentity> known = new IdentityHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            known.put(said.lines().get(i), all.get(i));
        }
        for (StagedLine line : taken) {
            LineIdentity identity = Objects.requireNonNull(known.get(line.said()));
            ImportedLine other = earlier.get(identity);
            notes.put(line, new Note(identity, other == null || !other.value().equals(line.value())));
        }
    }

    private boolean isRepeated(ImportedMonth said) {
        return !now.isEmpty()
                && now.lastKey() < said.importNo()
                && !leaving.contains(now.lastKey())
                && Objects.equals(continued.get(now.lastKey()), continued.get(said.importNo()))
                && now.lastEntry().getValue().isRepeatedBy(said);
    }

    /** Takes back from what an import says of this month those lines that it says of another. */
    void depart(int importNo, Map<LineId, MonthNo> ids) {
        leaveToHeir(importNo);
        now.put(
                importNo,
                now.getOrDefault(importNo, ImportedMonth.none(importNo)).without(ids));
        current = null;
    }

    /** Takes away what the withdrawn imports say; the first that repeats one of them says it from now on. */
    void withdraw() {
        for (int importNo : List.copyOf(now.keySet())) {
            if (leaving.contains(importNo)) {
                leaveToHeir(importNo);
                now.remove(importNo);
            }
        }
        current = null;
    }

    private void leaveToHeir(int importNo) {
        ImportedMonth said = before.get(importNo);
        Integer next = before.higherKey(importNo);
        if (said == null) {
            return;
        }
        Integer heir = repeating.higher(importNo);
        while (heir != null && leaving.contains(heir)) {
            heir = repeating.higher(heir);
        }
        if (heir != null && (next == null || heir < next)) {
            ImportedMonth known = now.getOrDefault(heir, ImportedMonth.none(heir));
            now.put(heir, said.repeatedBy(heir).without(known.departed()));
        }
    }

    /**
     * What an import says of a line after another import said it of this month: of which month, null for this one, and whether it is
     * withdrawn.
     */
    record Link(int importNo, LineId id, @Nullable MonthNo to, boolean leaves) {}

    /** What the next import says of a line of this month, withdrawn ones passed over where they say it of this month. */
    Optional<Link> next(LineId id, int importNo) {
        return Stream.concat(
                        now.tailMap(importNo, false).values().stream()
                                .filter(saying ->
                                        saying.says(id) || saying.departed().containsKey(id))
                                .map(saying -> new Link(
                                        saying.importNo(),
                                        id,
                                        saying.says(id)
                                                ? null
                                                : saying.departed().get(id),
                                        false)),
                        Stream.concat(kept.gone().values().stream(), withdrawn().stream())
                                .filter(saying -> saying.importNo() > importNo
                                        && saying.departed().containsKey(id))
                                .map(saying -> new Link(
                                        saying.importNo(), id, saying.departed().get(id), true)))
                .min(Comparator.comparingInt(Link::importNo));
    }

    /** What stood before the run. */
    CurrentLines before() {
        if (was == null) {
            was = CurrentLines.of(before.values(), continued);
        }
        return was;
    }

    /** What stands now. */
    CurrentLines now() {
        if (current == null) {
            current = CurrentLines.of(now.values(), continued);
        }
        return current;
    }

    /** Whether a line that holds, or would hold without another import, may straddle others. */
    boolean mayStraddle() {
        return now.values().stream()
                .anyMatch(saying ->
                        saying.lines().stream().anyMatch(said -> said.value().mayStraddle()));
    }

    /** What the withdrawn imports said. */
    List<ImportedMonth> withdrawn() {
        return before.values().stream()
                .filter(saying -> leaving.contains(saying.importNo()))
                .toList();
    }

    /** Imports of which nothing is kept any more. */
    List<Integer> removed() {
        return before.keySet().stream()
                .filter(importNo -> !now.containsKey(importNo))
                .toList();
    }

    /** What is said otherwise than before. */
    List<ImportedMonth> changed() {
        return now.values().stream()
                .filter(saying -> before.get(saying.importNo()) != saying)
                .toList();
    }

    /** Imports of the run that say what was said last. */
    Collection<Integer> repeats() {
        return repeats;
    }

    /** What becomes of a line that was taken. */
    Outcome outcome(StagedLine line, Verdicts verdicts) {
        Note note = Objects.requireNonNull(notes.get(line));
        if (note.identity() == null) {
            return new Outcome(LineRefusal.SAME_ID, false);
        }
        ImportedLine holds = now().get(note.identity());
        if (holds == null || !holds.value().equals(line.value())) {
            return line.corrects() ? new Outcome(LineRefusal.SUPERSEDED, false) : new Outcome(null, note.isNew());
        }
        LineRefusal aside = verdicts.of(holds);
        return new Outcome(aside, aside == null && note.isNew());
    }

    /** What becomes of a line: why it is refused, null where it is taken, and whether it says what was not known. */
    record Outcome(@Nullable LineRefusal refused, boolean isNew) {}

    /**
     * What remaining imports say of other months, of the lines that would come back to this one, by import: a line goes back, unless a later
     * import says it of another month too. What imports said of a line, one after the other, is a chain of months; an import that leaves is a
     * link taken out.
     */
    Map<Integer, Map<LineId, MonthNo>> departures(MonthNo at, Function<MonthNo, MonthImports> months) {
        Map<Integer, Map<LineId, MonthNo>> departures = new HashMap<>();
        withdrawn()
                .forEach(saying -> saying.departed().forEach((id, to) -> {
                    Link next = follow(new Link(saying.importNo(), id, to, true), months);
                    if (next != null && !at.equals(next.to())) {
                        departures
                                .computeIfAbsent(next.importNo(), importNo -> new HashMap<>())
                                .put(id, next.to());
                    }
                }));
        return departures;
    }

    /** The next link that remains, with the month that it leads to; null for none. */
    private static @Nullable Link follow(Link from, Function<MonthNo, MonthImports> months) {
        Link link = from;
        while (link.leaves()) {
            MonthNo there = Objects.requireNonNull(link.to());
            Link next = months.apply(there).next(link.id(), link.importNo()).orElse(null);
            if (next == null) {
                return null;
            }
            link = next.to() == null ? new Link(next.importNo(), next.id(), there, next.leaves()) : next;
        }
        return link;
    }
}
