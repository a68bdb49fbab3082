package fr.passerelle.rules.frequentation;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A room's register as bytes: a version, its three sorted maps, then its files. Canonical, since all are sorted and hold no empty entry. */
final class RegisterFormat {

    private static final int VERSION = 2;

    private RegisterFormat() {}

    static byte[] write(RoomRegister register) {
        ByteWriter out = new ByteWriter();
        out.number(VERSION);
        write(out, register.sessions(), (month, sessions) -> {
            month.writeTo(out);
            sessions.writeTo(out);
        });
        write(out, register.periods(), (period, tally) -> {
            period.writeTo(out);
            tally.writeTo(out);
        });
        write(out, register.closures(), (period, times) -> {
            period.writeTo(out);
            out.number(times);
        });
        register.sources().writeTo(out);
        return out.toBytes();
    }

    private static <K, V> void write(ByteWriter out, NavigableMap<K, V> map, BiConsumer<K, V> entry) {
        out.number(map.size());
        map.forEach(entry);
    }

    static RoomRegister read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.integer();
        if (version != VERSION) {
            throw new IllegalArgumentException("A room's register of version " + version + ", not " + VERSION);
        }
        return new RoomRegister(
                read(in, MonthOfActivity::readFrom, Sessions::readFrom),
                read(in, Period::readFrom, Tally::readFrom),
                read(in, Period::readFrom, ByteReader::integer),
                Sources.readFrom(in));
    }

    private static <K, V> NavigableMap<K, V> read(
            ByteReader in, Function<ByteReader, K> key, Function<ByteReader, V> value) {
        NavigableMap<K, V> map = new TreeMap<>();
        for (int left = in.integer(); left > 0; left--) {
            K read = key.apply(in);
            map.put(read, value.apply(in));
        }
        return map;
    }
}
