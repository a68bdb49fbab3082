package fr.passerelle.journal;

import org.apache.avro.specific.SpecificRecord;

/** A record is too large for the log: a fault of the chunk that holds it, so that the relay never meets one. */
public final class PayloadTooLarge extends RuntimeException {

    private final transient SpecificRecord record;

    PayloadTooLarge(JournalEntry entry, int bytes, int limit) {
        super("%s of %s: %d bytes, limit %d"
                .formatted(entry.record().getSchema().getName(), entry.subject(), bytes, limit));
        this.record = entry.record();
    }

    /** The record. */
    public SpecificRecord record() {
        return record;
    }
}
