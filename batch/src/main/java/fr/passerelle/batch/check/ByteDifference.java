package fr.passerelle.batch.check;

import java.util.Arrays;

/** Where two arrays of bytes part, in French. */
public final class ByteDifference {

    private static final String END = "la fin";

    private ByteDifference() {}

    public static String difference(byte[] expected, byte[] found) {
        int at = Arrays.mismatch(expected, found);
        return "octet " + at + " : attendu " + shown(expected, at) + ", trouvé " + shown(found, at);
    }

    private static String shown(byte[] bytes, int at) {
        return at < bytes.length ? "0x%02x".formatted(bytes[at]) : END;
    }
}
