package fr.passerelle.batch.room;

/**
 * A room as the state has it.
 *
 * @param payload Avro bytes of its RoomInventoried
 */
@SuppressWarnings("ArrayRecordComponent") // read from the database, compared, never shared
record KnownRoom(String epci, byte[] payload) {}
