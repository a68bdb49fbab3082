package fr.passerelle.cli.kit;

import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.schemas.contract.Records;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** The records of the log as one Avro file, in their order, which any Avro tool reads: a union of their types. */
final class KitRecords {

    private static final int MARK = 16;
    private static final Schema UNION = Schema.createUnion(LogFold.ALL);
    private static final List<String> NAMES =
            LogFold.ALL.stream().map(Schema::getFullName).toList();

    private KitRecords() {}

    /**
     * Writes them.
     *
     * @param mark of the file: the same mark and records give the same bytes
     * @param records given where to put each, puts them all
     */
    static void write(OutputStream out, String mark, Consumer<Consumer<SpecificRecord>> records) throws IOException {
        Records bare = new Records();
        byte[] sync = Arrays.copyOf(mark.getBytes(StandardCharsets.US_ASCII), MARK);
        try (DataFileWriter<SpecificRecord> file = new DataFileWriter<>(new GenericDatumWriter<>(UNION))) {
            file.create(UNION, out, sync);
            records.accept(record -> append(file, record, bare));
        }
    }

    /** Hands them over in their order. */
    static void read(File file, Consumer<SpecificRecord> reader) throws IOException {
        try (DataFileReader<SpecificRecord> records = new DataFileReader<>(file, new OneOfThem())) {
            records.forEach(reader);
        }
    }

    private static void append(DataFileWriter<SpecificRecord> file, SpecificRecord record, Records bare) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            encoder.writeIndex(NAMES.indexOf(record.getSchema().getFullName()));
            encoder.flush();
            bytes.write(bare.encode(record));
            file.appendEncoded(ByteBuffer.wrap(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads whichever comes, as it was written, into its class as it is today. */
    private static final class OneOfThem implements DatumReader<SpecificRecord> {

        private Schema written = UNION;

        @Override
        public void setSchema(Schema schema) {
            written = schema;
        }

        @Override
        @SuppressWarnings("unchecked")
        public SpecificRecord read(SpecificRecord reuse, Decoder in) throws IOException {
            Schema writer = written.getTypes().get(in.readIndex());
            SpecificData model = SpecificData.getForSchema(writer);
            Schema today = model.getSchema(model.getClass(writer));
            DatumReader<SpecificRecord> reader = model.createDatumReader(writer, today);
            return reader.read(null, in);
        }
    }
}
