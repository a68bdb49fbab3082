package fr.passerelle.batch.month;

import fr.passerelle.schemas.event.Grain;
import org.jspecify.annotations.Nullable;

/**
 * What makes a line of a month the same line in two imports: its id in its register, else its place, and its rank among the lines of
 * the file that have the same place.
 *
 * @param start first day, in days since 1970-01-01; 0 with an id, and so on
 * @param rank from 1
 */
public record LineIdentity(
        @Nullable LineId id, int start, int end, @Nullable Grain grain, String activity, int rank) {

    /** That of a line that has an id. */
    public static LineIdentity of(LineId id) {
        return new LineIdentity(id, 0, 0, null, "", 1);
    }

    /** That of the first line of its place. */
    public static LineIdentity of(Attendance value) {
        return value.id().isEmpty() ? ofPlace(value) : of(LineId.of(value));
    }

    /** That of the first line without an id of the same place. */
    static LineIdentity ofPlace(Attendance value) {
        return new LineIdentity(null, value.start(), value.end(), value.grain(), value.activity(), 1);
    }

    LineIdentity ranked(int other) {
        return new LineIdentity(id, start, end, grain, activity, other);
    }
}
