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

    /** What identifies a file: the hexadecimal digits of its hash, at half their length, then its part where it has several, as text. */
    void file(String identity) {
        int hash = Math.min(identity.length(), 2 * ByteReader.SHA256);
        bytes(
                HexFormat.of().parseHex(identity, 0, hash),
                identity.substring(hash).getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[]... parts) {
        number(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            room(part.length);
            System.arraycopy(part, 0, bytes, size, part.length);
            size += part.length;
        }
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
