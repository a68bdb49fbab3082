package fr.passerelle.schemas.contract;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Which partition of the log an EPCI lives in: Kafka's own murmur2 over the UTF-8 bytes of its SIREN, made positive, modulo the
 * count. Written out here so that rules, journal and tests need no broker's library, and so that no upgrade of it moves a record.
 *
 * @param count partitions of the log, from 1, fixed for life
 */
public record Partitions(int count) {

    /** Stands for the EPCI of the rooms and communes that have none: a group like another, scored, never proposed anything. */
    public static final String WITHOUT_EPCI = "SANS-EPCI";

    private static final VarHandle LITTLE_ENDIAN_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SEED = 0x9747b28c;
    private static final int MULTIPLIER = 0x5bd1e995;

    /** Refuses a count below one. */
    public Partitions {
        if (count < 1) {
            throw new IllegalArgumentException("Il faut au moins une partition : " + count);
        }
    }

    /** The partition, from 0, of an EPCI: its SIREN, or {@link #WITHOUT_EPCI}. */
    public int of(String epci) {
        return (murmur2(epci.getBytes(StandardCharsets.UTF_8)) & Integer.MAX_VALUE) % count;
    }

    static int murmur2(byte[] data) {
        int hash = SEED ^ data.length;
        int whole = data.length & ~3;
        for (int i = 0; i < whole; i += 4) {
            hash = hash * MULTIPLIER ^ scramble((int) LITTLE_ENDIAN_INT.get(data, i));
        }
        return avalanche(whole == data.length ? hash : (hash ^ tail(data, whole)) * MULTIPLIER);
    }

    private static int scramble(int word) {
        int product = word * MULTIPLIER;
        return (product ^ product >>> 24) * MULTIPLIER;
    }

    private static int tail(byte[] data, int from) {
        int word = 0;
        for (int i = data.length - 1; i >= from; i--) {
            word = word << 8 | data[i] & 0xff;
        }
        return word;
    }

    private static int avalanche(int hash) {
        int mixed = (hash ^ hash >>> 13) * MULTIPLIER;
        return mixed ^ mixed >>> 15;
    }
}
