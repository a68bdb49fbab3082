package fr.passerelle.rules.frequentation;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that grow: numbers in zigzag base 128 (small ones take one byte), text in UTF-8 after its length. */
final class ByteWriter {

    /** Begins the part of a file that has several. */
    private static final char PART = '#';

    private byte[] bytes = new byte[256];
    private int size;

    void number(long value) {
        long zigzag = value << 1 ^ value >> 63;
        while ((zigzag & ~0x7FL) != 0) {
            put((byte) (zigzag & 0x7F | 0x80));
            zigzag >>>= 7;
        }
        put((byte) zigzag);
    }

    void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void month(YearMonth month) {
        number(month.getYear() * 12L + month.getMonthValue() - 1);
    }

    /** What identifies a file: the hexadecimal digits of its hash, at half their length, then its part where it has several, as text. */
    void file(String identity) {
        int part = identity.indexOf(PART);
        int end = part < 0 ? identity.length() : part;
        byte[] hash = HexFormat.of().parseHex(identity, 0, end);
        byte[] behind = identity.substring(end).getBytes(StandardCharsets.UTF_8);
        byte[] written = Arrays.copyOf(hash, hash.length + behind.length);
        System.arraycopy(behind, 0, written, hash.length, behind.length);
        bytes(written);
    }

    private void bytes(byte[] written) {
        number(written.length);
        room(written.length);
        System.arraycopy(written, 0, bytes, size, written.length);
        size += written.length;
    }

    private void put(byte value) {
        room(1);
        bytes[size++] = value;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
