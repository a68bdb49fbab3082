package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.AttendanceCounts;
import java.time.LocalDate;

/** The records by session of one month and activity: their sums, and how many each day had, which tells what they make a control. */
final class Sessions {

    private static final int DAYS = 31;

    private final int[] byDay = new int[DAYS];
    private Tally tally = new Tally();

    void add(LocalDate day, AttendanceCounts counts) {
        count(day, counts, 1);
        tally.add(counts);
    }

    void remove(LocalDate day, AttendanceCounts counts) {
        count(day, counts, -1);
        tally.remove(counts);
    }

    /** One that counts people and nothing that took place makes nothing a control. */
    private void count(LocalDate day, AttendanceCounts counts, int sign) {
        if (Measure.isAttendance(counts)) {
            byDay[day.getDayOfMonth() - 1] += sign;
        }
    }

    boolean isEmpty() {
        return tally.isEmpty();
    }

    /** Whether one on that day says that something took place. */
    boolean on(LocalDate day) {
        return byDay[day.getDayOfMonth() - 1] > 0;
    }

    Tally tally() {
        return tally;
    }

    void writeTo(ByteWriter out) {
        for (int day = 0; day < DAYS; day++) {
            if (byDay[day] != 0) {
                out.number(day + 1L);
                out.number(byDay[day]);
            }
        }
        out.number(0);
        tally.writeTo(out);
    }

    static Sessions readFrom(ByteReader in) {
        Sessions sessions = new Sessions();
        for (int day = in.integer(); day != 0; day = in.integer()) {
            sessions.byDay[day - 1] = in.integer();
        }
        sessions.tally = Tally.readFrom(in);
        return sessions;
    }
}
