package fr.passerelle.batch.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A sum of hashes: what is added and taken away again leaves no trace, and no order matters. Two equal sums hold the same texts. */
final class Sum {

    private long count;
    private long high;
    private long low;

    void add(String text) {
        move(text, 1);
    }

    void remove(String text) {
        move(text, -1);
    }

    long count() {
        return count;
    }

    boolean same(Sum other) {
        return count == other.count && high == other.high && low == other.low;
    }

    private void move(String text, int sign) {
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(text.getBytes(UTF_8)));
        count += sign;
        high += sign * hash.getLong();
        low += sign * hash.getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256", e);
        }
    }
}
