package fr.passerelle.batch.attendance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the withdrawal does to some records: to the state, to months of rooms, and how many. */
final class WithdrawalBatch {

    private final RegisterFiles files;
    private final Straddling straddling;
    private final Set<MonthOfRoom> months = new HashSet<>();
    private final List<Integer> deleted = new ArrayList<>();
    private final List<Attendance> updated = new ArrayList<>();
    private final List<Attendance> superseded = new ArrayList<>();
    private WithdrawalCounts counts = WithdrawalCounts.NONE;

    WithdrawalBatch(RegisterFiles files, Straddling straddling) {
        this.files = files;
        this.straddling = straddling;
    }

    void take(Versions versions) {
        List<Attendance> remaining = versions.remaining(files::sha256);
        Attendance before = versions.current();
        months.add(MonthOfRoom.of(before));
        if (remaining.isEmpty()) {
            withdraw(before, new WithdrawalCounts(1, 0, 0, 0));
        } else if (!comesBack(before, remaining.getLast())) {
            withdraw(before, new WithdrawalCounts(0, 0, 0, 1));
        } else {
            superseded.addAll(remaining.subList(0, remaining.size() - 1));
            hold(before, remaining.getLast());
        }
    }

    /** Months of rooms in which something may have changed, if only who said it. */
    Set<MonthOfRoom> months() {
        return months;
    }

    List<Integer> deleted() {
        return deleted;
    }

    List<Attendance> updated() {
        return updated;
    }

    /** All that remains of the earlier values of these records. */
    List<Attendance> superseded() {
        return superseded;
    }

    WithdrawalCounts counts() {
        return counts;
    }

    private boolean comesBack(Attendance before, Attendance now) {
        return (now.room().equals(before.room()) && now.samePeriod(before)) || straddling.admits(now, List::of);
    }

    private void withdraw(Attendance before, WithdrawalCounts as) {
        straddling.forget(before);
        deleted.add(before.no());
        counts = counts.plus(as);
    }

    private void hold(Attendance before, Attendance now) {
        if (now != before) {
            updated.add(now);
        }
        months.add(MonthOfRoom.of(now));
        if (now.saysAs(before)) {
            counts = counts.plus(new WithdrawalCounts(0, 0, 1, 0));
        } else {
            counts = counts.plus(new WithdrawalCounts(0, 1, 0, 0));
        }
    }
}
