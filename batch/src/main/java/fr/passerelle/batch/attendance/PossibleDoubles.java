package fr.passerelle.batch.attendance;

import fr.passerelle.batch.month.Attendance;
import fr.passerelle.schemas.event.Etat;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sessions that say the same as another of their file in every column, none of them numbered: two groups that came, or one row that was
 * copied. Nothing in the file tells which: they are taken, and counted.
 */
final class PossibleDoubles {

    private PossibleDoubles() {}

    private record Told(int importNo, Attendance value) {}

    /** Of the lines of a room that are taken, in the order of their files: each that says what an earlier one said. */
    static List<StagedLine> among(Collection<StagedLine> lines) {
        Set<Told> told = new HashSet<>();
        return lines.stream()
                .filter(line -> isBareSession(line.said().value()))
                .filter(line ->
                        !told.add(new Told(line.said().importNo(), line.said().value())))
                .toList();
    }

    /**
     * Each that says of its room, day and activity other counts than an earlier one, or that the room was closed that day, or open. Two of
     * activities without a code are of two activities.
     */
    static List<StagedLine> contradicting(Collection<StagedLine> lines) {
        Map<List<Integer>, Etat> states = new HashMap<>();
        Map<List<Object>, Attendance> sessions = new HashMap<>();
        return lines.stream()
                .filter(line -> isBareSession(line.said().value()))
                .filter(line -> {
                    Attendance value = line.said().value();
                    int importNo = line.said().importNo();
                    Etat state = states.computeIfAbsent(List.of(importNo, value.start()), day -> value.etat());
                    List<Object> session = List.of(importNo, value.start(), value.activity());
                    Attendance first = value.isOther() ? value : sessions.computeIfAbsent(session, none -> value);
                    return state != value.etat() || !first.equals(value);
                })
                .toList();
    }

    private static boolean isBareSession(Attendance value) {
        return !value.isPeriod() && value.id().isEmpty();
    }
}
