package fr.passerelle.faults.fault;

import java.util.Arrays;

/** Finds known bytes in what passes on a connection. */
final class BytePattern {

    private BytePattern() {}

    /** Whether these bytes stand at this place. */
    static boolean at(byte[] bytes, int place, byte[] wanted) {
        return Arrays.equals(bytes, place, place + wanted.length, wanted, 0, wanted.length);
    }
}
