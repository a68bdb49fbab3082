package fr.passerelle.rules.frequentation;

import fr.passerelle.rules.frequentation.RoomRegister.MonthOfActivity;
import fr.passerelle.rules.frequentation.RoomRegister.Sessions;
import fr.passerelle.rules.frequentation.RoomRegister.Sources;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.avro.io.BinaryData;

/** The totals of a month as bytes: a version, sessions, periods and closures, then files. Canonical, since all are sorted. */
final class MonthFormat {

    private static final int VERSION = 2;

    private MonthFormat() {}

    static byte[] write(RoomRegister totals) {
        ByteWriter out = new ByteWriter();
        out.number(VERSION);
        out.map(totals.sessions(), MonthOfActivity::writeTo, Sessions::writeTo);
        out.map(totals.periods(), Period::writeTo, Tally::writeTo);
        out.list(totals.closures(), Period::writeTo);
        totals.sources().writeTo(out);
        return out.toByteArray();
    }

    static RoomRegister read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.integer();
        if (version != VERSION) {
            throw new IllegalArgumentException("Totals of a month in version " + version + ", not " + VERSION
                    + ": another version of events wrote this state, and rebuild-topics makes it again");
        }
        return new RoomRegister(
                in.map(MonthOfActivity::readFrom, Sessions::readFrom),
                in.map(Period::readFrom, Tally::readFrom),
                new TreeSet<>(in.list(Period::readFrom)),
                Sources.readFrom(in));
    }

    /** Reads what a {@link ByteWriter} wrote. */
    static final class ByteReader {

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

    /** Bytes that grow: numbers in zigzag base 128 (small ones take one byte), text in UTF-8 after its length. */
    static final class ByteWriter extends ByteArrayOutputStream {

        private final byte[] longest = new byte[10];

        ByteWriter() {
            super(256);
        }

        void number(long value) {
            write(longest, 0, BinaryData.encodeLong(value, longest, 0));
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

        /** All entries, after their number. */
        <K, V> void map(Map<K, V> map, BiConsumer<K, ByteWriter> key, BiConsumer<V, ByteWriter> value) {
            list(map.entrySet(), (entry, out) -> {
                key.accept(entry.getKey(), out);
                value.accept(entry.getValue(), out);
            });
        }

        /** All of them, after their number. */
        <T> void list(Collection<T> all, BiConsumer<T, ByteWriter> each) {
            number(all.size());
            all.forEach(one -> each.accept(one, this));
        }

        private void bytes(byte[]... parts) {
            number(Arrays.stream(parts).mapToInt(part -> part.length).sum());
            for (byte[] part : parts) {
                writeBytes(part);
            }
        }
    }
}
