package fr.passerelle.events.stream;

import org.apache.avro.specific.SpecificRecord;

/**
 * A record of the log with its place in the journal.
 *
 * @param seq the journal's sequence number, from 1
 * @param value the record as it came, framed: what a store keeps, so that an older schema stays readable
 */
@SuppressWarnings("ArrayRecordComponent")
record Transition(long seq, SpecificRecord record, byte[] value) {}
