package fr.passerelle.batch.attendance;

import fr.passerelle.sources.Row;
import fr.passerelle.sources.Traces;
import fr.passerelle.sources.reject.RejectedRow;
import org.jspecify.annotations.Nullable;

/** What the reader makes of a row of a register. */
public sealed interface AttendanceLine {

    /** Place, from 0, of its file among those given. */
    int file();

    /** Reject that it corrects, or should have; null in a register. */
    default Traces.@Nullable Trace trace() {
        return null;
    }

    /** A record that holds together; whether its room is known, and what it changes, is for others to see. */
    record Measure(int file, Row row, Traces.@Nullable Trace trace) implements AttendanceLine {}

    /** A line of totals: counted, never a record. */
    record Control(int file) implements AttendanceLine {}

    /** A row that says nothing usable. */
    record Refused(int file, RejectedRow rejected, Traces.@Nullable Trace trace) implements AttendanceLine {}
}
