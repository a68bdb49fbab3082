package fr.passerelle.bench;

import fr.passerelle.bench.event.AttendanceRow;
import fr.passerelle.local.process.PrivateFiles;
import java.nio.ByteBuffer;
import org.apache.avro.util.ClassSecurityValidator;

/** Rows to Avro bytes and back as Avro's own classes do it, a record a row. */
final class RowBytes {

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.equals(AttendanceRow.class)));
    }

    private RowBytes() {}

    static byte[] encode(AttendanceRow row) {
        return PrivateFiles.unchecked(() -> row.toByteBuffer().array());
    }

    /** The row of a record that one of the others wrote. */
    static AttendanceRow decode(byte[] bytes) {
        return PrivateFiles.unchecked(() -> AttendanceRow.fromByteBuffer(ByteBuffer.wrap(bytes)));
    }
}
