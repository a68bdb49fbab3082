package fr.passerelle.bench.contender;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** The rows of the attendance file as Passerelle stages them, in PostgreSQL's binary format: the same columns, as wide. */
final class StagedRows {

    private static final byte[] START = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int COLUMNS = 9;
    private static final int NOT_COUNTED = -1;
    private static final int BUFFER = 1 << 16;

    private final Map<String, Integer> rooms;
    private final DataOutputStream out;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    private long line;

    private StagedRows(Map<String, Integer> rooms, DataOutputStream out) {
        this.rooms = rooms;
        this.out = out;
    }

    /**
     * Writes them.
     *
     * @param rooms numbers of the rooms
     */
    static void write(Path attendance, Map<String, Integer> rooms, Path file) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
            out.write(START);
            StagedRows rows = new StagedRows(rooms, out);
            TypedRows.read(attendance, rows::add);
            out.writeShort(-1);
        }
    }

    private void add(TypedRow row) {
        try {
            out.writeShort(COLUMNS);
            number(Objects.requireNonNull(rooms.get(row.room())));
            number((int) YearMonth.from(row.day()).getLong(ChronoField.PROLEPTIC_MONTH));
            number(1);
            number(0);
            out.writeInt(Long.BYTES);
            out.writeLong(++line);
            number(0);
            out.writeInt(-1);
            out.writeInt(-1);
            byte[] value = value(row);
            out.writeInt(value.length);
            out.write(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void number(int value) throws IOException {
        out.writeInt(Integer.BYTES);
        out.writeInt(value);
    }

    private byte[] value(TypedRow row) throws IOException {
        bytes.reset();
        encoder.writeString("");
        encoder.writeString("");
        encoder.writeInt((int) row.day().toEpochDay());
        encoder.writeInt(0);
        encoder.writeInt(0);
        encoder.writeString(row.activity());
        encoder.writeInt(0);
        encoder.writeInt(row.sessions());
        encoder.writeInt(row.sessionHours());
        encoder.writeInt(row.presences());
        encoder.writeInt(row.personHours());
        encoder.writeInt(NOT_COUNTED);
        encoder.writeInt(NOT_COUNTED);
        encoder.writeInt(NOT_COUNTED);
        encoder.flush();
        return bytes.toByteArray();
    }
}
