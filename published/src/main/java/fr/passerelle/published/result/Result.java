package fr.passerelle.published.result;

import fr.passerelle.schemas.contract.ResultHash;

/**
 * A result that holds.
 *
 * @param id identifier of the room, or SIREN
 * @param partition that said it
 * @param payload bare Avro bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record Result(ResultHash.Type type, String id, int partition, byte[] payload) {}
