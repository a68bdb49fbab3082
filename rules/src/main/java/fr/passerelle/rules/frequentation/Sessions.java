package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.AttendanceCounts;
import java.time.LocalDate;

/** The records by session of one month and activity: their sums, and which days hold one, which tells what they make a control. */
final class Sessions {

    /** A bit a day. */
    private int days;

    private Tally tally = new Tally();

    /** One that counts people and nothing that took place makes nothing a control. */
    void add(LocalDate day, AttendanceCounts counts) {
        if (Measure.isAttendance(counts)) {
            days |= 1 << day.getDayOfMonth();
        }
        tally.add(counts);
    }

    /** Whether one on that day says that something took place. */
    boolean on(LocalDate day) {
        return (days & 1 << day.getDayOfMonth()) != 0;
    }

    Tally tally() {
        return tally;
    }

    void writeTo(ByteWriter out) {
        out.number(days);
        tally.writeTo(out);
    }

    static Sessions readFrom(ByteReader in) {
        Sessions sessions = new Sessions();
        sessions.days = in.integer();
        sessions.tally = Tally.readFrom(in);
        return sessions;
    }
}
