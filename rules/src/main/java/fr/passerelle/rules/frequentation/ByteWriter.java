package fr.passerelle.rules.frequentation;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that grow: numbers in zigzag base 128 (small ones take one byte), text in UTF-8 after its length. */
final class ByteWriter {

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

    /** An even number of lower-case hexadecimal digits, at half their length. */
    void hexadecimal(String digits) {
        bytes(HexFormat.of().parseHex(digits));
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
