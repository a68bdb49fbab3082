package fr.passerelle.bench;

import fr.passerelle.bench.event.AttendanceRow;
import fr.passerelle.local.process.PrivateFiles;
import org.apache.avro.Schema;
import org.apache.avro.message.RawMessageDecoder;
import org.apache.avro.message.RawMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.ClassSecurityValidator;

/** Rows to bare Avro bytes and back, a record a row: nothing stands before its fields. */
final class RowBytes {

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.equals(AttendanceRow.class)));
    }

    private static final Schema SCHEMA = AttendanceRow.getClassSchema();
    private static final SpecificData MODEL = SpecificData.getForClass(AttendanceRow.class);
    private static final RawMessageEncoder<AttendanceRow> ENCODER = new RawMessageEncoder<>(MODEL, SCHEMA);
    private static final RawMessageDecoder<AttendanceRow> DECODER = new RawMessageDecoder<>(MODEL, SCHEMA);

    private RowBytes() {}

    static byte[] encode(AttendanceRow row) {
        return PrivateFiles.unchecked(() -> ENCODER.encode(row).array());
    }

    static AttendanceRow decode(byte[] bytes) {
        return PrivateFiles.unchecked(() -> DECODER.decode(bytes));
    }
}
