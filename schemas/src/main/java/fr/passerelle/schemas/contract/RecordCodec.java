package fr.passerelle.schemas.contract;

import org.apache.avro.specific.SpecificRecord;

/** The serde of every typed topic: records to framed values and back. Any thread may use one instance. */
public final class RecordCodec {

    private final SchemaIds ids;
    private final Records records;

    /** @param ids where the ids of schemas come from */
    public RecordCodec(SchemaIds ids, Records records) {
        this.ids = ids;
        this.records = records;
    }

    /**
     * The value of a record for a topic.
     *
     * @throws RegistryException when its schema is not registered for the topic
     */
    public byte[] write(Topic topic, SpecificRecord record) {
        return WireFormat.frame(ids.idOf(topic, record.getSchema()), records.encode(record));
    }

    /**
     * The record of a value.
     *
     * @throws UndecodableRecord when the value is no record of ours
     * @throws RegistryException when the registry does not answer
     */
    public SpecificRecord read(byte[] value) {
        return records.decode(value, WireFormat.HEADER, ids.schemaOf(WireFormat.idOf(value)));
    }
}
