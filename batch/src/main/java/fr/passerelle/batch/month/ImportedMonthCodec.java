package fr.passerelle.batch.month;

import fr.passerelle.schemas.contract.AttendanceCodes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * What an import says of a month as the state keeps it: Avro's numbers and texts, one after the other. Grain and state are codes that are
 * written down. One thread may read while another writes.
 */
public final class ImportedMonthCodec {

    /** What comes first, so that another form can be told from this one. */
    private static final int FORM = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    private final BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(new byte[0], null);

    /** The bytes of a value alone. */
    public byte[] encode(Attendance value) {
        return written(() -> write(value));
    }

    /** The value of these bytes. */
    public Attendance value(byte[] encoded) {
        return read(encoded, this::readValue);
    }

    /** The bytes of all that an import says of a month. */
    public byte[] encode(ImportedMonth saying) {
        return written(() -> write(saying));
    }

    /** What these bytes say, of that import. */
    public ImportedMonth saying(int importNo, byte[] encoded) {
        return read(encoded, () -> readSaying(importNo));
    }

    private interface Writing {
        void run() throws IOException;
    }

    private interface Reading<T> {
        T run() throws IOException;
    }

    private byte[] written(Writing writing) {
        try {
            bytes.reset();
            writing.run();
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(byte[] encoded, Reading<T> reading) {
        try {
            DecoderFactory.get().binaryDecoder(encoded, decoder);
            return reading.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ImportedMonth saying) throws IOException {
        encoder.writeInt(FORM);
        encoder.writeInt(saying.lines().size());
        for (ImportedLine importedLine : saying.lines()) {
            encoder.writeLong(importedLine.line());
            encoder.writeInt(importedLine.ordinal());
            write(importedLine.value());
        }
        encoder.writeInt(saying.departed().size());
        for (Map.Entry<LineId, MonthNo> one : saying.departed().entrySet()) {
            encoder.writeString(one.getKey().register());
            encoder.writeString(one.getKey().id());
            encoder.writeInt(one.getValue().room());
            encoder.writeInt(one.getValue().month());
        }
    }

    private ImportedMonth readSaying(int importNo) throws IOException {
        int form = decoder.readInt();
        if (form != FORM) {
            throw new IOException("What an import says of a month has form " + form + ", not " + FORM);
        }
        int count = decoder.readInt();
        List<ImportedLine> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(new ImportedLine(importNo, decoder.readLong(), decoder.readInt(), readValue()));
        }
        Map<LineId, MonthNo> departed = new HashMap<>();
        for (int i = decoder.readInt(); i > 0; i--) {
            departed.put(
                    new LineId(decoder.readString(), decoder.readString()),
                    new MonthNo(decoder.readInt(), decoder.readInt()));
        }
        return new ImportedMonth(importNo, lines, departed);
    }

    private void write(Attendance value) throws IOException {
        encoder.writeString(value.register());
        encoder.writeString(value.id());
        encoder.writeInt(value.start());
        encoder.writeInt(value.end() - value.start());
        encoder.writeInt(AttendanceCodes.of(value.grain()));
        encoder.writeString(value.activity());
        encoder.writeInt(AttendanceCodes.of(value.etat()));
        encoder.writeInt(value.sessions());
        encoder.writeInt(value.sessionHours());
        encoder.writeInt(value.presences());
        encoder.writeInt(value.personHours());
        encoder.writeInt(value.registered());
        encoder.writeInt(value.distinctPeople());
        encoder.writeInt(value.scolaires());
    }

    private Attendance readValue() throws IOException {
        String register = decoder.readString();
        String id = decoder.readString();
        int start = decoder.readInt();
        return new Attendance(
                register,
                id,
                start,
                start + decoder.readInt(),
                AttendanceCodes.grain(decoder.readInt()),
                decoder.readString(),
                AttendanceCodes.etat(decoder.readInt()),
                decoder.readInt(),
                decoder.readInt(),
                decoder.readInt(),
                decoder.readInt(),
                decoder.readInt(),
                decoder.readInt(),
                decoder.readInt());
    }
}
