package fr.passerelle.batch.attendance;

import fr.passerelle.schemas.event.Grain;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Periods of one room and activity that overlap although neither contains the other. Only weeks and free periods can; so nothing is looked
 * up for the rooms, nearly all, that have none. What a withdrawal is about to take away is no longer in anyone's way.
 */
final class Straddling {

    private final AttendanceState state;
    private final Remains remains;
    private final IntFunction<String> sha256;
    private final Set<String> straddled;
    private final Set<String> gone = new HashSet<>();
    private final Map<String, Map<String, Attendance>> longPeriods = new HashMap<>();

    /** @param sha256 hash of the file of an import */
    Straddling(AttendanceState state, Remains remains, IntFunction<String> sha256) {
        this.state = state;
        this.remains = remains;
        this.sha256 = sha256;
        this.straddled = state.straddledRooms();
    }

    /**
     * Whether a record may join those of its room; if so it is remembered.
     *
     * @param pending records of the current chunk that are not in the database yet
     */
    boolean admits(Attendance candidate, Supplier<Collection<Attendance>> pending) {
        if (!isLong(candidate) || !concerns(candidate)) {
            return true;
        }
        Map<String, Attendance> others =
                longPeriods.computeIfAbsent(candidate.room(), room -> load(room, pending.get()));
        boolean clear = others.values().stream()
                .filter(other -> !gone.contains(other.key()))
                .noneMatch(other -> straddles(candidate, other));
        if (clear) {
            others.put(candidate.key(), candidate);
        }
        return clear;
    }

    /** Tells of a record that another of its key replaced: it is in nobody's way any more where it went elsewhere or grew short. */
    void replaced(Attendance before, Attendance now) {
        Map<String, Attendance> others = longPeriods.get(before.room());
        if (others != null && (!before.room().equals(now.room()) || !isLong(now))) {
            others.remove(before.key());
        }
    }

    /** Tells of a record that no longer holds, and is in nobody's way. */
    void forget(Attendance record) {
        gone.add(record.key());
    }

    /** Whether a record is about to lose the import that said it: what says it again must be admitted as if it were new. */
    boolean losesItsImport(Attendance record) {
        return remains.concerns(record);
    }

    private static boolean isLong(Attendance attendance) {
        return attendance.grain() != Grain.SEANCE && attendance.grain() != Grain.JOUR;
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
        settle(room, periods);
        pending.forEach(attendance -> {
            periods.remove(attendance.key());
            if (attendance.room().equals(room) && isLong(attendance)) {
                periods.put(attendance.key(), attendance);
            }
        });
        return periods;
    }

    /** Puts what will remain of the records in the place of what a withdrawal will take away. */
    private void settle(String room, Map<String, Attendance> periods) {
        Integer[] resting = periods.values().stream()
                .filter(remains::concerns)
                .map(Attendance::no)
                .toArray(Integer[]::new);
        if (resting.length > 0) {
            remains.versions(resting).values().forEach(versions -> settle(room, versions, periods));
        }
    }

    private void settle(String room, Versions versions, Map<String, Attendance> periods) {
        periods.remove(versions.current().key());
        List<Attendance> remaining = versions.remaining(sha256);
        if (!remaining.isEmpty() && remaining.getLast().room().equals(room)) {
            periods.put(remaining.getLast().key(), remaining.getLast());
        }
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
