package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.ImportedMonth.ImportedLine;
import fr.passerelle.batch.attendance.ImportedMonthTable.Kept;
import fr.passerelle.batch.attendance.LineIdentity.LineId;
import fr.passerelle.batch.attendance.MonthUpdate.MonthTraits;
import fr.passerelle.batch.attendance.StagedLines.StagedLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** A room whose sayings are kept in memory as the tables keep them, folded run by run. */
final class RoomInMemory {

    private static final int ROOM = 1;

    private final Map<Integer, Map<Integer, ImportedMonth>> said = new TreeMap<>();
    private final Map<Integer, Set<Integer>> repeats = new HashMap<>();
    private final Map<LineId, Integer> ids = new HashMap<>();
    private final Set<Integer> withdrawn = new HashSet<>();
    private final Map<Integer, String> continued = new HashMap<>();

    /** Lets an import go on with lines that are known in a register under other identities. */
    void goOn(int importNo, String register) {
        continued.put(importNo, register);
    }

    /** A run that reads one file. */
    void take(int importNo, List<Attendance> lines) {
        List<StagedLine> staged = new ArrayList<>();
        Map<LineId, Integer> here = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Attendance value = lines.get(i);
            int month = MonthNo.ofDay(value.start());
            LineId id = new LineId(value.register(), value.id());
            boolean twice = !value.id().isEmpty() && here.putIfAbsent(id, month) != null;
            Integer known = ids.get(id);
            if (!twice) {
                staged.add(new StagedLine(
                        new StagedLine.Place(0, i + 2L, 0),
                        month,
                        new ImportedLine(importNo, i + 2L, 0, value),
                        false,
                        null,
                        known == null || known == month ? null : new MonthNo(ROOM, known)));
            }
        }
        fold(staged, Set.of());
    }

    /** A run that takes one import back. */
    void withdraw(int importNo) {
        withdrawn.add(importNo);
        fold(List.of(), Set.of(importNo));
        repeats.values().forEach(imports -> imports.remove(importNo));
    }

    private void fold(List<StagedLine> staged, Set<Integer> leaving) {
        Set<Integer> touched = new HashSet<>(said.keySet());
        staged.forEach(line -> touched.add(line.month()));
        Map<Integer, MonthImports> months = new TreeMap<>();
        touched.forEach(month -> months.put(month, month(month, leaving)));
        RoomFold fold = new RoomFold(ROOM, months, away(months, leaving), staged, importNo -> false);
        fold.months().forEach(this::keep);
    }

    /** Lines that the withdrawn imports had taken elsewhere and that remaining ones still say there. */
    private Map<Integer, Map<Integer, Map<LineId, MonthNo>>> away(
            Map<Integer, MonthImports> months, Set<Integer> leaving) {
        Function<MonthNo, MonthImports> remaining = at -> {
            MonthImports there = month(at.month(), leaving);
            there.withdraw();
            return there;
        };
        Map<Integer, Map<Integer, Map<LineId, MonthNo>>> away = new HashMap<>();
        months.forEach((month, here) -> away.put(month, here.departures(new MonthNo(ROOM, month), remaining)));
        return away;
    }

    private MonthImports month(int month, Set<Integer> leaving) {
        return new MonthImports(
                new Kept(0, MonthTraits.NONE, said.getOrDefault(month, Map.of()), Map.of(), Map.of()),
                repeats.getOrDefault(month, Set.of()),
                leaving,
                continued);
    }

    private void keep(int month, MonthImports fold) {
        fold.before().ids().forEach(id -> ids.remove(id, month));
        Map<Integer, ImportedMonth> kept = said.computeIfAbsent(month, no -> new TreeMap<>());
        fold.removed().forEach(kept::remove);
        fold.changed().forEach(saying -> kept.put(saying.importNo(), saying));
        repeats.computeIfAbsent(month, no -> new HashSet<>()).addAll(fold.repeats());
        fold.now().ids().forEach(id -> ids.put(id, month));
    }

    /** The lines that hold. */
    List<Attendance> lines() {
        return months().values().stream().flatMap(List::stream).toList();
    }

    /** What holds, without where it was read, in an order that depends on nothing else. */
    List<String> holding() {
        return lines().stream().map(Attendance::toString).sorted().toList();
    }

    /** The lines that hold of each month. */
    Map<Integer, List<Attendance>> months() {
        Map<Integer, Collection<ImportedLine>> standing = new TreeMap<>();
        said.forEach((month, sayings) ->
                standing.put(month, CurrentLines.of(sayings.values(), continued).lines()));
        Verdicts verdicts = Verdicts.of(
                standing.values().stream().flatMap(Collection::stream).toList(), importNo -> false);
        Map<Integer, List<Attendance>> months = new TreeMap<>();
        standing.forEach((month, lines) -> months.put(
                month,
                lines.stream()
                        .filter(line -> verdicts.of(line) == null)
                        .map(ImportedLine::value)
                        .toList()));
        return months;
    }

    /** What is kept of all imports, in lines. */
    int kept() {
        return said.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .mapToInt(saying -> saying.lines().size() + saying.departed().size())
                .sum();
    }
}
