package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.mapping.Mapping;
import fr.passerelle.batch.source.reject.Rejected;
import fr.passerelle.batch.source.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A reject that a corrected row comes back for.
 *
 * @param sha256 hash of the register that held the row
 * @param register that the row first came from
 * @param reason why it was refused
 * @param id its identifier then; empty for none
 * @param earlierKey key that it came back under before, here or as the same row of a register that has grown; null when it never did
 * @param earlierRun run that wrote what it said then; 0 when it never did
 * @param likeness the same for the same row of a register that has grown
 */
record Reentry(
        Trace trace,
        String sha256,
        Register register,
        String reason,
        String id,
        @Nullable String earlierKey,
        long earlierRun,
        String likeness) {

    /**
     * A file of a run, not one of corrected rows.
     *
     * @param source its name there
     * @param mapping how it was read
     */
    record Register(long runNo, String source, Mapping mapping) {}

    /** A reject that came back, and the key of what it says. */
    record Taken(Trace trace, String key, long byRun) {}

    /** A reject that came back and is refused again. */
    record Again(Rejected rejected, Register register) {}
}
