package fr.passerelle.bench.contender;

import fr.passerelle.schemas.contract.Records;
import org.apache.kafka.common.serialization.Serializer;

/** A row as Avro bytes: smaller and faster to write than the JSON of the documentation, in the textbook's favour. */
final class AvroValue implements Serializer<Row> {

    private final Records records = new Records();

    @Override
    public byte[] serialize(String topic, Row row) {
        return records.encode(row.recorded());
    }
}
