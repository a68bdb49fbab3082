package fr.passerelle.batch.month;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that an import says of a month of a room.
 *
 * @param lines in the order of the file
 * @param departed lines of earlier imports that it says of another month, and of which
 */
public record ImportedMonth(int importNo, List<ImportedLine> lines, Map<LineId, MonthNo> departed) {

    private static final Comparator<ImportedLine> AS_READ =
            Comparator.comparingLong(ImportedLine::line).thenComparingInt(ImportedLine::ordinal);

    /** Of an import of which nothing is known yet. */
    public static ImportedMonth none(int importNo) {
        return new ImportedMonth(importNo, List.of(), Map.of());
    }

    /** With more lines, each in the place of one that stood where it stands in the file. */
    public ImportedMonth plus(Collection<ImportedLine> more) {
        Set<ImportedLine.Place> places = more.stream().map(ImportedLine::place).collect(Collectors.toSet());
        List<ImportedLine> all = lines.stream()
                .filter(known -> !places.contains(known.place()))
                .collect(Collectors.toCollection(ArrayList::new));
        all.addAll(more);
        all.sort(AS_READ);
        return new ImportedMonth(importNo, all, departed);
    }

    /** With more departures. */
    public ImportedMonth without(Map<LineId, MonthNo> more) {
        Map<LineId, MonthNo> all = new HashMap<>(departed);
        all.putAll(more);
        return new ImportedMonth(importNo, lines, all);
    }

    /** The same lines, said by an import that repeats them: what it says of other months is its own. */
    public ImportedMonth repeatedBy(int other) {
        return new ImportedMonth(
                other, lines.stream().map(line -> line.repeatedBy(other)).toList(), Map.of());
    }

    /** Whether another that comes next says the same, wherever it was read: what it says of other months it need not say again. */
    public boolean isRepeatedBy(ImportedMonth other) {
        return lines.size() == other.lines.size()
                && departed.entrySet().containsAll(other.departed.entrySet())
                && counted().equals(other.counted());
    }

    private Map<Attendance, Integer> counted() {
        Map<Attendance, Integer> counted = new HashMap<>();
        lines.forEach(line -> counted.merge(line.value(), 1, Integer::sum));
        return counted;
    }

    /** Whether it says a line of this month. */
    public boolean says(LineId id) {
        return lines.stream()
                .anyMatch(line -> line.value().id().equals(id.id())
                        && line.value().register().equals(id.register()));
    }

    /** The lines by what identifies them. */
    Map<LineIdentity, ImportedLine> byIdentity() {
        Map<LineIdentity, ImportedLine> said = new LinkedHashMap<>();
        List<LineIdentity> identities = identities();
        for (int i = 0; i < identities.size(); i++) {
            said.put(identities.get(i), lines.get(i));
        }
        return said;
    }

    /** What identifies each line, in their order: register and id, else the place and the rank among equals. */
    public List<LineIdentity> identities() {
        Map<LineIdentity, Integer> ranks = new HashMap<>();
        return lines.stream()
                .map(line -> LineIdentity.of(line.value()))
                .map(first -> first.id() == null ? first.ranked(ranks.merge(first, 1, Integer::sum)) : first)
                .toList();
    }
}
