package fr.passerelle.published.result;

import fr.passerelle.schemas.contract.ResultHash;

/**
 * A result that holds.
 *
 * @param id identifier of the room, or SIREN
 * @param partition that said it
 * @param payload bare Avro bytes, as they were when it was published
 * @param fingerprint of the schema of the record that they came in
 */
@SuppressWarnings("ArrayRecordComponent")
public record Result(ResultHash.Type type, String id, int partition, byte[] payload, long fingerprint) {}
