package fr.passerelle.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Rows in PostgreSQL's binary COPY format, sent on the caller's transaction. Call {@link #row()} and then one method a column, in the
 * order of the columns; {@link #end()} after the last row; {@link #close()} in any case. Rows leave piece by piece, so that the server
 * takes some while others are being made: until the end nothing else may be asked of the transaction's connection. Binary because it
 * escapes nothing: a text cell is its UTF-8 bytes. A NUL in a text is refused by the server.
 */
public final class CopyRows implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final byte[] FLAGS_AND_EXTENSION = new byte[8];

    private static final byte JSONB_VERSION = 1;
    private static final int PIECE = 1 << 16;

    private final DataSource dataSource;
    private final String target;
    private final int columns;
    private final Connection connection;
    private ByteBuffer buffer = ByteBuffer.allocate(2 * PIECE);
    private @Nullable CopyIn copy;

    /** Into so many columns of a table, such as {@code passerelle.file (name)}, never a user's text. Nothing is sent before the first row. */
    public CopyRows(DataSource dataSource, String target, int columns) {
        this.dataSource = dataSource;
        this.target = target;
        this.columns = columns;
        this.connection = DataSourceUtils.getConnection(dataSource);
    }

    /** Begins a row; {@link IllegalStateException} where the server refuses those before it. */
    public void row() {
        if (isEmpty()) {
            buffer.put(SIGNATURE).put(FLAGS_AND_EXTENSION);
        } else if (buffer.position() >= PIECE) {
            send(false);
        }
        room(Short.BYTES).putShort((short) columns);
    }

    /** A column of type text; null for none. */
    public void text(@Nullable String value) {
        if (value == null) {
            none();
        } else if (!ascii(value)) {
            bytes(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A column of type bigint. */
    public void int8(long value) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    }

    /** A column of type integer. */
    public void int4(int value) {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
    }

    /** A column of type smallint. */
    public void int2(int value) {
        room(Integer.BYTES + Short.BYTES).putInt(Short.BYTES).putShort((short) value);
    }

    /** A column of type uuid. */
    public void uuid(UUID value) {
        room(Integer.BYTES + 2 * Long.BYTES)
                .putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
    }

    /** A column of type bytea. */
    public void bytes(byte[] value) {
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
    }

    /** A column of type jsonb, from its text. */
    public void jsonb(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + 1 + utf8.length)
                .putInt(1 + utf8.length)
                .put(JSONB_VERSION)
                .put(utf8);
    }

    /** A column without a value. */
    public void none() {
        room(Integer.BYTES).putInt(-1);
    }

    /** Ends the rows; without any, nothing was sent. {@link IllegalStateException} where the server refuses them. */
    public void end() {
        if (!isEmpty()) {
            room(Short.BYTES).putShort((short) -1);
            send(true);
        }
    }

    /** Takes back what was sent, unless it came to its end: then the transaction can only be rolled back. */
    @Override
    public void close() {
        try {
            if (copy != null && copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("COPY refused by the database: " + target, failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private boolean isEmpty() {
        return copy == null && buffer.position() == 0;
    }

    private void send(boolean last) {
        try {
            if (copy == null) {
                copy = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + target + " from stdin (format binary)");
            }
            copy.writeToCopy(buffer.array(), 0, buffer.position());
            buffer.clear();
            if (last) {
                copy.endCopy();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("COPY refused by the database: " + target, failure);
        }
    }

    /** Writes a text behind its length, if all of it is ASCII; else nothing, and false. */
    private boolean ascii(String value) {
        int length = value.length();
        byte[] bytes = room(Integer.BYTES + length).array();
        int start = buffer.position() + Integer.BYTES;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                return false;
            }
            bytes[start + i] = (byte) c;
        }
        buffer.putInt(length).position(start + length);
        return true;
    }

    /** The buffer, in PostgreSQL's order, the most significant byte first, with room for so many more bytes. */
    private ByteBuffer room(int more) {
        if (buffer.remaining() < more) {
            int size = Math.max(2 * buffer.capacity(), buffer.position() + more);
            buffer = ByteBuffer.allocate(size).put(buffer.flip());
        }
        return buffer;
    }
}
