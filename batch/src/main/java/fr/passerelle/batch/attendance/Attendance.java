package fr.passerelle.batch.attendance;

import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.ReportedLine;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An attendance record, with counts as plain integers so that a chunk of them costs little. {@link #NOT_COUNTED} stands for null.
 *
 * @param no number of the record, which stands for its key where a file repeats it
 * @param start first day, in days since 1970-01-01
 * @param end last day, included
 */
record Attendance(
        int no,
        String key,
        String room,
        int start,
        int end,
        Grain grain,
        String activity,
        Etat etat,
        int sessions,
        int sessionHours,
        int presences,
        int personHours,
        int registered,
        int distinctPeople,
        int scolaires,
        Origin origin) {

    /** Null, which is not zero. */
    static final int NOT_COUNTED = -1;

    /**
     * Where a record was read.
     *
     * @param importNo number of the file's import: of two, the later one has the greater
     * @param line 0 where the import repeats what a file, since withdrawn, said first
     */
    record Origin(int importNo, String sha256, long line) {}

    /** The same, said by another import. */
    Attendance saidBy(Origin other) {
        return new Attendance(
                no,
                key,
                room,
                start,
                end,
                grain,
                activity,
                etat,
                sessions,
                sessionHours,
                presences,
                personHours,
                registered,
                distinctPeople,
                scolaires,
                other);
    }

    /** Whether the other record of this key says the same, wherever it was read. */
    boolean saysAs(Attendance other) {
        return room.equals(other.room) && samePeriod(other) && sameCounts(other);
    }

    boolean samePeriod(Attendance other) {
        return start == other.start && end == other.end && grain == other.grain && activity.equals(other.activity);
    }

    private boolean sameCounts(Attendance other) {
        return etat == other.etat
                && sessions == other.sessions
                && sessionHours == other.sessionHours
                && presences == other.presences
                && personHours == other.personHours
                && registered == other.registered
                && distinctPeople == other.distinctPeople
                && scolaires == other.scolaires;
    }

    /**
     * As a line of its month.
     *
     * @param file place of its file among those of the month
     */
    ReportedLine line(int file) {
        return new ReportedLine(
                Keys.register(key),
                Keys.id(key),
                LocalDate.ofEpochDay(start),
                LocalDate.ofEpochDay(end),
                grain,
                activity,
                counts(),
                file,
                origin.line());
    }

    private AttendanceCounts counts() {
        return new AttendanceCounts(
                etat,
                count(sessions),
                count(sessionHours),
                count(presences),
                count(personHours),
                count(registered),
                count(distinctPeople),
                count(scolaires));
    }

    private static @Nullable Integer count(int value) {
        return value == NOT_COUNTED ? null : Integer.valueOf(value);
    }
}
