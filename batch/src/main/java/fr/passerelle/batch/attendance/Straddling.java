package fr.passerelle.batch.attendance;

import fr.passerelle.schemas.event.Grain;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Periods of one room and activity that overlap although neither contains the other. Only weeks and free periods can; so nothing is looked
 * up for the rooms, nearly all, that have none.
 */
final class Straddling {

    private final AttendanceState state;
    private final Set<String> straddled;
    private final Map<String, Map<String, Attendance>> longPeriods = new HashMap<>();

    Straddling(AttendanceState state) {
        this.state = state;
        this.straddled = state.straddledRooms();
    }

    /**
     * Whether a record may join those of its room; if so it is remembered.
     *
     * @param pending records of the current chunk that are not in the database yet
     */
    boolean admits(Attendance candidate, Collection<Attendance> pending) {
        if (candidate.grain().compareTo(Grain.SEMAINE) < 0 || !concerns(candidate)) {
            return true;
        }
        Map<String, Attendance> others = longPeriods.computeIfAbsent(candidate.room(), room -> load(room, pending));
        boolean clear = others.values().stream().noneMatch(other -> straddles(candidate, other));
        if (clear) {
            others.put(candidate.key(), candidate);
        }
        return clear;
    }

    private boolean concerns(Attendance candidate) {
        if (candidate.grain() == Grain.SEMAINE || candidate.grain() == Grain.PERIODE) {
            straddled.add(candidate.room());
        }
        return straddled.contains(candidate.room());
    }

    private Map<String, Attendance> load(String room, Collection<Attendance> pending) {
        Map<String, Attendance> periods = new HashMap<>();
        state.longPeriods(room, attendance -> periods.put(attendance.key(), attendance));
        pending.stream()
                .filter(attendance -> attendance.room().equals(room))
                .filter(attendance -> attendance.grain().compareTo(Grain.SEMAINE) >= 0)
                .forEach(attendance -> periods.put(attendance.key(), attendance));
        return periods;
    }

    private static boolean straddles(Attendance one, Attendance other) {
        return !one.key().equals(other.key())
                && one.activity().equals(other.activity())
                && (crosses(one, other) || crosses(other, one));
    }

    private static boolean crosses(Attendance first, Attendance second) {
        return first.start() < second.start() && second.start() <= first.end() && first.end() < second.end();
    }
}
