package fr.passerelle.batch.attendance;

import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import java.time.LocalDate;

/** Lines of registers that count presences and nothing else but one session. */
public final class Lines {

    private static final int NONE = Attendance.NOT_COUNTED;

    private Lines() {}

    /** Of an open room. */
    public static Attendance of(
            String register, String id, int start, int end, Grain grain, String activity, int presences) {
        return new Attendance(
                register, id, start, end, grain, activity, Etat.OUVERT, 1, NONE, presences, NONE, NONE, NONE, NONE);
    }

    /** The same by days. */
    public static Attendance of(
            String register, String id, LocalDate start, LocalDate end, Grain grain, String activity, int presences) {
        return of(register, id, (int) start.toEpochDay(), (int) end.toEpochDay(), grain, activity, presences);
    }
}
