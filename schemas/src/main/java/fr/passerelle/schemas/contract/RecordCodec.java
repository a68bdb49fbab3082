package fr.passerelle.schemas.contract;

import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.fault.OutsideFault;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The serde of every typed topic: records to framed values and back. Any thread may use one instance. */
public final class RecordCodec {

    private final SchemaIds ids;
    private final Records records;

    /** @param ids where the ids of schemas come from */
    public RecordCodec(SchemaIds ids, Records records) {
        this.ids = ids;
        this.records = records;
    }

    /** The value of a record for a topic; {@link OutsideFault} when its schema is not registered for it. */
    public byte[] write(Topic topic, SpecificRecord record) {
        return WireFormat.frame(ids.idOf(topic, record.getSchema()), records.encode(record));
    }

    /** The record of a value; {@link UndecodableRecord} when it is none of ours, {@link OutsideFault} as {@link SchemaIds#schemaOf}. */
    public SpecificRecord read(byte[] value) {
        return records.decode(value, WireFormat.HEADER, ids.schemaOf(WireFormat.idOf(value)));
    }

    /** The Confluent wire format: byte 0, the schema's id in four bytes (big-endian), then bare Avro binary. */
    public static final class WireFormat {

        /** Bytes before the payload. */
        public static final int HEADER = 5;

        private WireFormat() {}

        /** Puts the header before a bare record. */
        public static byte[] frame(int id, byte[] bare) {
            return ByteBuffer.allocate(HEADER + bare.length)
                    .put((byte) 0)
                    .putInt(id)
                    .put(bare)
                    .array();
        }

        /** The schema id of a framed value; {@link UndecodableRecord} when it is not framed. */
        public static int idOf(byte @Nullable [] value) {
            return ByteBuffer.wrap(checked(value)).getInt(1);
        }

        /** The bare record of a framed value, a copy; {@link UndecodableRecord} when it is not framed. */
        public static byte[] bareOf(byte @Nullable [] value) {
            byte[] framed = checked(value);
            return Arrays.copyOfRange(framed, HEADER, framed.length);
        }

        /** What is wrong with the header of a value, in French; empty when it is sound. */
        public static Optional<String> faultOf(byte @Nullable [] value) {
            if (value == null) {
                return Optional.of("valeur absente (null)");
            }
            if (value.length < HEADER) {
                return Optional.of("valeur de " + value.length + " octets : il en faut au moins " + HEADER
                        + " (octet 0, puis l'identifiant de schéma)");
            }
            if (value[0] != 0) {
                return Optional.of("premier octet 0x%02x au lieu de 0x00 : ce n'est pas le format du registre"
                        .formatted(value[0]));
            }
            return ByteBuffer.wrap(value).getInt(1) > 0
                    ? Optional.empty()
                    : Optional.of("identifiant de schéma négatif ou nul");
        }

        private static byte[] checked(byte @Nullable [] value) {
            Optional<String> fault = faultOf(value);
            if (value == null || fault.isPresent()) {
                throw new UndecodableRecord("Enregistrement illisible : " + fault.orElseThrow());
            }
            return value;
        }
    }

    /**
     * The registry's ids, asked once each and remembered: an id never changes its schema (checked at every start). It never registers
     * anything; {@code batch register} does. Any thread may use one instance.
     */
    public static final class SchemaIds {

        private final RegistryClient registry;
        private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
        private final Map<Registered, Integer> ids = new ConcurrentHashMap<>();

        /** @param registry asked for what is not remembered */
        public SchemaIds(RegistryClient registry) {
            this.registry = registry;
        }

        /** Remembers an id known from elsewhere, such as the database. */
        public void remember(String subject, Schema schema, int id) {
            ids.put(new Registered(subject, schema), id);
            schemas.put(id, schema);
        }

        /** The id of a topic's record; {@link OutsideFault} when it is not registered, or the registry does not answer. */
        public int idOf(Topic topic, Schema schema) {
            return ids.computeIfAbsent(
                    new Registered(topic.subjectOf(schema), schema),
                    key -> registry.find(key.subject(), key.schema())
                            .orElseThrow(() -> new OutsideFault(
                                    "Le schéma " + key.schema().getFullName() + " n'est pas enregistré sous « "
                                            + key.subject() + " » : lancez « ./passerelle register ».")));
        }

        /** The writer's schema of an id; {@link UndecodableRecord} when the registry knows none, {@link OutsideFault} when it is silent. */
        public Schema schemaOf(int id) {
            return schemas.computeIfAbsent(
                    id,
                    unknown -> registry.schema(unknown)
                            .orElseThrow(() -> new UndecodableRecord(
                                    "Le registre ne connaît pas le schéma d'identifiant " + unknown)));
        }

        private record Registered(String subject, Schema schema) {}
    }
}
