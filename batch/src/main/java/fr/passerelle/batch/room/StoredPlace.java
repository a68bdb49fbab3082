package fr.passerelle.batch.room;

/**
 * A room or a site as the state has it.
 *
 * @param payload Avro bytes of its record
 * @param fingerprint of the schema that wrote them
 */
@SuppressWarnings("ArrayRecordComponent") // read from the database, compared, never shared
record StoredPlace(String epci, byte[] payload, long fingerprint) {}
