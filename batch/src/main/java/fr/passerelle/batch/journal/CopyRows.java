package fr.passerelle.batch.journal;

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
    private static final int FLAGS_AND_EXTENSION = 8;
    /** 2000-01-01, day zero of PostgreSQL, in days since 1970-01-01. */
    private static final int POSTGRES_EPOCH_DAY = 10_957;

    private static final int PIECE = 1 << 16;

    private final DataSource dataSource;
    private final String target;
    private final int columns;
    private final Connection connection;
    private byte[] buffer = new byte[2 * PIECE];
    private int size;
    private boolean any;
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
        System.arraycopy(SIGNATURE, 0, buffer, 0, SIGNATURE.length);
        size = SIGNATURE.length + FLAGS_AND_EXTENSION;
    }

    /**
     * Begins a row.
     *
     * @throws CopyFailed when the server refuses those before it
     */
    public void row() {
        if (size >= PIECE) {
            send();
        }
        any = true;
        room(2);
        putShort(columns);
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
        room(12);
        putInt(8);
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    /** A column of type integer. */
    public void int4(int value) {
        room(8);
        putInt(4);
        putInt(value);
    }

    /** A column of type smallint. */
    public void int2(int value) {
        room(6);
        putInt(2);
        putShort(value);
    }

    /** A column of type date, in days since 1970-01-01. */
    public void date(int epochDay) {
        int4(epochDay - POSTGRES_EPOCH_DAY);
    }

    /** A column of type uuid. */
    public void uuid(UUID value) {
        room(20);
        putInt(16);
        putInt((int) (value.getMostSignificantBits() >>> 32));
        putInt((int) value.getMostSignificantBits());
        putInt((int) (value.getLeastSignificantBits() >>> 32));
        putInt((int) value.getLeastSignificantBits());
    }

    /** A column of type bytea. */
    public void bytes(byte[] value) {
        room(4 + value.length);
        putInt(value.length);
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
    }

    /** A column of type jsonb, from its text. */
    public void jsonb(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        room(5 + utf8.length);
        putInt(1 + utf8.length);
        buffer[size++] = 1;
        System.arraycopy(utf8, 0, buffer, size, utf8.length);
        size += utf8.length;
    }

    /** A column without a value. */
    public void none() {
        room(4);
        putInt(-1);
    }

    /**
     * Ends the rows; without any, nothing was sent.
     *
     * @throws CopyFailed when the server refuses them
     */
    public void end() {
        if (any) {
            room(2);
            putShort(-1);
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
            throw new CopyFailed(target, failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private void send() {
        try {
            if (copy == null) {
                copy = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + target + " from stdin (format binary)");
            }
            copy.writeToCopy(buffer, 0, size);
            size = 0;
        } catch (SQLException failure) {
            throw new CopyFailed(target, failure);
        }
    }

    private void finish() {
        try {
            Objects.requireNonNull(copy).endCopy();
        } catch (SQLException failure) {
            throw new CopyFailed(target, failure);
        }
    }

    private boolean ascii(String value) {
        int length = value.length();
        room(4 + length);
        int start = size + 4;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                return false;
            }
            buffer[start + i] = (byte) c;
        }
        putInt(length);
        size += length;
        return true;
    }

    private void room(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }

    private void putInt(int value) {
        buffer[size++] = (byte) (value >>> 24);
        buffer[size++] = (byte) (value >>> 16);
        buffer[size++] = (byte) (value >>> 8);
        buffer[size++] = (byte) value;
    }

    private void putShort(int value) {
        buffer[size++] = (byte) (value >>> 8);
        buffer[size++] = (byte) value;
    }
}
