package fr.passerelle.schemas.contract;

import fr.passerelle.schemas.event.RunOpened;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.jspecify.annotations.Nullable;

/**
 * Records to bare Avro bytes and back. Equal records give equal bytes (no schema of ours has a map), so that comparing bytes compares
 * records. Any thread may use one instance: each keeps its own encoder, decoder, writers and readers.
 */
public final class Records {

    static {
        TrustedRecords.trust();
    }

    private final ThreadLocal<Tools> tools = ThreadLocal.withInitial(Tools::new);

    /**
     * The bare Avro bytes of a record, without header.
     *
     * @throws AvroRuntimeException when a field that may not be null is, or a decimal has more places than its schema
     */
    public byte[] encode(SpecificRecord record) {
        try {
            return tools.get().encode(record);
        } catch (IOException e) {
            throw new UncheckedIOException("L'encodage en mémoire a échoué", e);
        }
    }

    /** The fingerprint (CRC-64-AVRO) of the schema that a record is written with: what is kept beside its bare bytes. */
    public long fingerprint(SpecificRecord record) {
        return tools.get().fingerprints.computeIfAbsent(record.getSchema(), SchemaNormalization::parsingFingerprint64);
    }

    /**
     * Reads bare bytes into the class of the writer's record as it is today.
     *
     * @param writer the schema the bytes were written with
     * @throws UndecodableRecord when the bytes do not fit the schema, or the schema is none of ours
     */
    public SpecificRecord decode(byte[] bare, Schema writer) {
        return decode(bare, 0, writer);
    }

    /** The same of one class; {@link UndecodableRecord} also when the record is of another. */
    public <T extends SpecificRecord> T decode(byte[] bare, Schema writer, Class<T> type) {
        SpecificRecord record = decode(bare, writer);
        if (!type.isInstance(record)) {
            throw new UndecodableRecord(
                    "Enregistrement " + writer.getFullName() + " là où " + type.getSimpleName() + " était attendu");
        }
        return type.cast(record);
    }

    SpecificRecord decode(byte[] bytes, int offset, Schema writer) {
        if (!TrustedRecords.contains(writer.getFullName())) {
            throw new UndecodableRecord("Schéma étranger : " + writer.getFullName());
        }
        try {
            return tools.get().decode(bytes, offset, writer);
        } catch (IOException | RuntimeException e) {
            throw new UndecodableRecord("Octets qui ne suivent pas le schéma " + writer.getFullName(), e);
        }
    }

    /** What one thread reuses. */
    private static final class Tools {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        private final Map<Schema, DatumWriter<SpecificRecord>> writers = new HashMap<>();
        private final Map<Schema, DatumReader<SpecificRecord>> readers = new HashMap<>();
        private final Map<Schema, Long> fingerprints = new HashMap<>();
        private @Nullable BinaryEncoder encoder;
        private @Nullable BinaryDecoder decoder;

        byte[] encode(SpecificRecord record) throws IOException {
            out.reset();
            encoder = EncoderFactory.get().binaryEncoder(out, encoder);
            writers.computeIfAbsent(record.getSchema(), Tools::writer).write(record, encoder);
            encoder.flush();
            return out.toByteArray();
        }

        SpecificRecord decode(byte[] bytes, int offset, Schema writer) throws IOException {
            decoder = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, decoder);
            SpecificRecord record =
                    readers.computeIfAbsent(writer, Tools::reader).read(null, decoder);
            if (!decoder.isEnd()) {
                throw new IOException("octets en trop après l'enregistrement");
            }
            return record;
        }

        @SuppressWarnings("unchecked")
        private static DatumWriter<SpecificRecord> writer(Schema schema) {
            return SpecificData.getForSchema(schema).createDatumWriter(schema);
        }

        @SuppressWarnings("unchecked")
        private static DatumReader<SpecificRecord> reader(Schema writer) {
            SpecificData model = SpecificData.getForSchema(writer);
            return model.createDatumReader(writer, model.getSchema(model.getClass(writer)));
        }
    }

    /**
     * Since 1.12 Avro instantiates only classes it was told to trust, by a flag of the JVM: without it neither reading nor writing nor a
     * builder's default values work. Ours are told here, so that every program works without a flag; what a flag trusts stays trusted.
     */
    public static final class TrustedRecords {

        private static final String PACKAGE = RunOpened.class.getPackageName();

        static {
            ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                    ClassSecurityValidator.getGlobal(),
                    type -> type.getPackageName().equals(PACKAGE)));
        }

        private TrustedRecords() {}

        /**
         * Makes Avro trust our records, from now on and in the whole process. {@link Records} does it; a program that builds records
         * before it has one calls this first.
         */
        public static void trust() {
            // Loading this class is what does it, once.
        }

        static boolean contains(String fullName) {
            return fullName.startsWith(PACKAGE + ".");
        }
    }

    /**
     * Bytes that are no record of ours. The message, in French, says what is wrong with them and never quotes them. Such a record goes
     * to the dead letters; any other fault stops the reader.
     */
    public static final class UndecodableRecord extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UndecodableRecord(String message) {
            super(message);
        }

        UndecodableRecord(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
