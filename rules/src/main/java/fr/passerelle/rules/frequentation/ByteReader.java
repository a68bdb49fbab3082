package fr.passerelle.rules.frequentation;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads what a {@link ByteWriter} wrote. */
final class ByteReader {

    /** Bytes of the hash of a file. */
    static final int SHA256 = 32;

    private final byte[] bytes;
    private int position;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long number() {
        long zigzag = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[position++];
            zigzag |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    int integer() {
        return Math.toIntExact(number());
    }

    YearMonth month() {
        int months = integer();
        return YearMonth.of(Math.floorDiv(months, 12), Math.floorMod(months, 12) + 1);
    }

    String file() {
        int length = integer();
        int first = position;
        int hash = Math.min(length, SHA256);
        position += length;
        return HexFormat.of().formatHex(bytes, first, first + hash)
                + new String(bytes, first + hash, length - hash, StandardCharsets.UTF_8);
    }

    String text() {
        int length = integer();
        position += length;
        return new String(bytes, position - length, length, StandardCharsets.UTF_8);
    }

    /** As many entries as the number before them says. */
    <K, V> NavigableMap<K, V> map(Function<ByteReader, K> key, Function<ByteReader, V> value) {
        NavigableMap<K, V> map = new TreeMap<>();
        for (int left = integer(); left > 0; left--) {
            K read = key.apply(this);
            map.put(read, value.apply(this));
        }
        return map;
    }

    /** As many as the number before them says. */
    <T> List<T> list(Function<ByteReader, T> each) {
        List<T> list = new ArrayList<>();
        for (int left = integer(); left > 0; left--) {
            list.add(each.apply(this));
        }
        return list;
    }
}
