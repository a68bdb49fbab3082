package fr.passerelle.journal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
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

    private static final int JSONB_VERSION = 1;
    private static final int PIECE = 1 << 16;

    private final DataSource dataSource;
    private final String target;
    private final int columns;
    private final Connection connection;
    private final CopyBuffer buffer = new CopyBuffer(2 * PIECE);
    private @Nullable CopyIn copy;

    /**
     * Nothing is sent before the first row.
     *
     * @param target table and columns, such as {@code passerelle.file (name)}; never a user's text
     * @param columns how many they are
     */
    public CopyRows(DataSource dataSource, String target, int columns) {
        this.dataSource = dataSource;
        this.target = target;
        this.columns = columns;
        this.connection = DataSourceUtils.getConnection(dataSource);
    }

    /**
     * Begins a row.
     *
     * @throws IllegalStateException when the server refuses those before it
     */
    public void row() {
        if (isEmpty()) {
            buffer.raw(SIGNATURE);
            buffer.raw(FLAGS_AND_EXTENSION);
        } else if (buffer.size() >= PIECE) {
            send();
        }
        buffer.int2(columns);
    }

    /** A column of type text; null for none. */
    public void text(@Nullable String value) {
        if (value == null) {
            none();
        } else if (!buffer.ascii(value)) {
            bytes(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A column of type bigint. */
    public void int8(long value) {
        buffer.int4(Long.BYTES);
        buffer.int8(value);
    }

    /** A column of type integer. */
    public void int4(int value) {
        buffer.int4(Integer.BYTES);
        buffer.int4(value);
    }

    /** A column of type smallint. */
    public void int2(int value) {
        buffer.int4(Short.BYTES);
        buffer.int2(value);
    }

    /** A column of type uuid. */
    public void uuid(UUID value) {
        buffer.int4(2 * Long.BYTES);
        buffer.int8(value.getMostSignificantBits());
        buffer.int8(value.getLeastSignificantBits());
    }

    /** A column of type bytea. */
    public void bytes(byte[] value) {
        buffer.int4(value.length);
        buffer.raw(value);
    }

    /** A column of type jsonb, from its text. */
    public void jsonb(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        buffer.int4(1 + utf8.length);
        buffer.int1(JSONB_VERSION);
        buffer.raw(utf8);
    }

    /** A column without a value. */
    public void none() {
        buffer.int4(-1);
    }

    /**
     * Ends the rows; without any, nothing was sent.
     *
     * @throws IllegalStateException when the server refuses them
     */
    public void end() {
        if (!isEmpty()) {
            buffer.int2(-1);
            send();
            finish();
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
        return copy == null && buffer.size() == 0;
    }

    private void send() {
        try {
            if (copy == null) {
                copy = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + target + " from stdin (format binary)");
            }
            copy.writeToCopy(buffer.bytes(), 0, buffer.size());
            buffer.clear();
        } catch (SQLException failure) {
            throw new IllegalStateException("COPY refused by the database: " + target, failure);
        }
    }

    private void finish() {
        try {
            Objects.requireNonNull(copy).endCopy();
        } catch (SQLException failure) {
            throw new IllegalStateException("COPY refused by the database: " + target, failure);
        }
    }

    /** Bytes in PostgreSQL's order, the most significant first, in a buffer that grows as it must. */
    private static final class CopyBuffer {

        private byte[] bytes;
        private int size;

        CopyBuffer(int capacity) {
            bytes = new byte[capacity];
        }

        /** The bytes; those from {@link #size()} on mean nothing. */
        byte[] bytes() {
            return bytes;
        }

        int size() {
            return size;
        }

        void clear() {
            size = 0;
        }

        void int1(int value) {
            room(1);
            bytes[size++] = (byte) value;
        }

        void int2(int value) {
            room(2);
            bytes[size++] = (byte) (value >>> 8);
            bytes[size++] = (byte) value;
        }

        void int4(int value) {
            room(4);
            bytes[size++] = (byte) (value >>> 24);
            bytes[size++] = (byte) (value >>> 16);
            bytes[size++] = (byte) (value >>> 8);
            bytes[size++] = (byte) value;
        }

        void int8(long value) {
            int4((int) (value >>> 32));
            int4((int) value);
        }

        void raw(byte[] value) {
            room(value.length);
            System.arraycopy(value, 0, bytes, size, value.length);
            size += value.length;
        }

        /** A text behind its length, if all of it is ASCII; else nothing, and false. */
        boolean ascii(String value) {
            int length = value.length();
            room(Integer.BYTES + length);
            int start = size + Integer.BYTES;
            for (int i = 0; i < length; i++) {
                char c = value.charAt(i);
                if (c >= 0x80) {
                    return false;
                }
                bytes[start + i] = (byte) c;
            }
            int4(length);
            size += length;
            return true;
        }

        private void room(int more) {
            if (bytes.length - size < more) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
            }
        }
    }
}
