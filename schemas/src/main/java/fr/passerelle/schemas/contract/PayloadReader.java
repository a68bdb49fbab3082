package fr.passerelle.schemas.contract;

import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads the bare bytes that tables keep, each with the schema that wrote them: the fingerprint (CRC-64-AVRO) beside them names it, or, of
 * a result, the record of the topic that it came in. Any thread may use one instance.
 */
public final class PayloadReader {

    private static final Map<Long, Schema> TODAY = new Topics(Topics.LIVE)
            .typed().stream()
                    .flatMap(topic -> topic.records().stream())
                    .collect(Collectors.toMap(
                            SchemaNormalization::parsingFingerprint64, Function.identity(), (same, again) -> same));

    private final Records records;
    private final LongFunction<Optional<Schema>> registered;
    private final Map<Long, Schema> written = new ConcurrentHashMap<>(TODAY);
    private final Map<Writer, Schema> writers = new ConcurrentHashMap<>();

    /** Which schema wrote what is to become a record of this class. */
    private record Writer(long fingerprint, Class<?> type) {}

    /** @param registered the schemas of before by fingerprint, asked once for each that is found */
    public PayloadReader(Records records, LongFunction<Optional<Schema>> registered) {
        this.records = records;
        this.registered = registered;
    }

    /** Whether there is a schema of this fingerprint. */
    public boolean knows(long fingerprint) {
        return find(fingerprint).isPresent();
    }

    /** Reads a record of the log; {@link UndecodableRecord} when nobody knows the fingerprint, or the bytes do not follow its schema. */
    public SpecificRecord read(byte[] payload, long fingerprint) {
        return records.decode(payload, schema(fingerprint));
    }

    /** The same of one class; {@link UndecodableRecord} also when the schema of the fingerprint neither describes nor holds it. */
    public <T extends SpecificRecord> T read(byte[] payload, long fingerprint, Class<T> type) {
        return records.decode(payload, writer(fingerprint, type), type);
    }

    /** The bytes of the same as it would be written today, so that a new form of a contract is no change; {@link UndecodableRecord} as reading. */
    public <T extends SpecificRecord> byte[] today(byte[] payload, long fingerprint, Class<T> type) {
        boolean today = writer(fingerprint, type) == SpecificData.get().getSchema(type);
        return today ? payload : records.encode(read(payload, fingerprint, type));
    }

    private Schema writer(long fingerprint, Class<?> type) {
        return writers.computeIfAbsent(new Writer(fingerprint, type), this::writer);
    }

    private Schema writer(Writer writer) {
        Schema today = SpecificData.get().getSchema(writer.type());
        Schema schema = schema(writer.fingerprint());
        Schema found = Stream.concat(
                        Stream.of(schema), schema.getFields().stream().map(Schema.Field::schema))
                .filter(it ->
                        it.getType() == Schema.Type.RECORD && it.getFullName().equals(today.getFullName()))
                .findFirst()
                .orElseThrow(() -> new UndecodableRecord(
                        "Enregistrement " + schema.getFullName() + " là où " + today.getName() + " était attendu"));
        return found.equals(today) ? today : found;
    }

    private Schema schema(long fingerprint) {
        return find(fingerprint)
                .orElseThrow(() -> new UndecodableRecord("Le schéma d'empreinte " + fingerprint
                        + " manque dans la base : « ./passerelle verify » dit ce qui a été altéré ; restaurez-la."));
    }

    private Optional<Schema> find(long fingerprint) {
        Schema known = written.get(fingerprint);
        return known != null
                ? Optional.of(known)
                : registered.apply(fingerprint).map(schema -> {
                    written.put(fingerprint, schema);
                    return schema;
                });
    }
}
