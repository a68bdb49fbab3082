package fr.passerelle.batch.attendance;

/**
 * What makes a line of a month the same line in two imports: its id in its register, else its place, and its rank among the lines of
 * the file that have the same place.
 */
sealed interface LineIdentity {

    /** That of a line that has an id, or of the first of its place. */
    static LineIdentity of(Attendance value) {
        return value.id().isEmpty() ? new Place(value, 1) : LineId.of(value);
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

    /** Where a line stands: the period, grain and activity of the first that does, whatever it counts, and its rank from 1. */
    record Place(Attendance first, int rank) implements LineIdentity {

        @Override
        public boolean equals(Object other) {
            return other instanceof Place(Attendance there, int among)
                    && rank == among
                    && first.start() == there.start()
                    && first.end() == there.end()
                    && first.grain() == there.grain()
                    && first.activity().equals(there.activity());
        }

        @Override
        public int hashCode() {
            int period = 31 * first.start() + first.end();
            return 31
                            * (31 * (31 * period + first.grain().hashCode())
                                    + first.activity().hashCode())
                    + rank;
        }
    }
}
