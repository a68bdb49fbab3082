package fr.passerelle.batch.attendance;

import fr.passerelle.schemas.event.Grain;

/**
 * What makes a line of a month the same line in two imports: its id in its register, else its place, and its rank among the lines of
 * the file that have the same place.
 */
sealed interface LineIdentity {

    /** That of a line that has an id, or of the first of its place. */
    static LineIdentity of(Attendance value) {
        return value.id().isEmpty() ? Place.of(value) : LineId.of(value);
    }

    /** From 1: among the lines of one place. */
    default int rank() {
        return 1;
    }

    /** What identifies a line of a register that numbers them, by its name; empty for the region's own. */
    record LineId(String register, String id) implements LineIdentity {

        /** Of a line that has an id. */
        public static LineId of(Attendance value) {
            return new LineId(value.register(), value.id());
        }
    }

    /** Where a line stands: its period, grain and activity, whatever it counts, and its rank from 1 among those that do. */
    record Place(int firstDay, int lastDay, Grain grain, String activity, int rank) implements LineIdentity {

        /** Of the first that stands where this one does. */
        static Place of(Attendance value) {
            return new Place(value.start(), value.end(), value.grain(), value.activity(), 1);
        }
    }
}
