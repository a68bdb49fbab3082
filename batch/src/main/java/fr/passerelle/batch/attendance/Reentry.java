package fr.passerelle.batch.attendance;

import fr.passerelle.sources.Traces;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.RejectedRow;

/**
 * A reject that a corrected row comes back for.
 *
 * @param register that the row first came from
 * @param line of that register
 * @param ordinal place among the rows that this line gives, from 0
 */
record Reentry(Traces.Trace trace, Register register, long line, int ordinal) {

    /**
     * A file of a run, not one of corrected rows.
     *
     * @param source its name there
     * @param mapping how it was read
     * @param importNo number of its import; 0 where it was withdrawn since
     */
    record Register(long runNo, String source, Mapping mapping, int importNo) {}

    /** A reject that came back and is refused again. */
    record Again(RejectedRow rejected, Reentry of) {}
}
