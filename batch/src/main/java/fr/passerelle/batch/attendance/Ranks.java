package fr.passerelle.batch.attendance;

/**
 * How many times each text was seen in one file. It keeps 64-bit hashes, not texts: twelve bytes an entry of a table at most half full,
 * so that ten million rows fit in modest memory. Two texts of one hash count as one: one chance in some hundred thousand files of ten million rows.
 */
final class Ranks {

    private static final int FIRST_SIZE = 1 << 12;

    private long[] hashes = new long[FIRST_SIZE];
    private int[] counts = new int[FIRST_SIZE];
    private int size;

    /** The rank of this text among its equals so far, from 1. */
    int next(CharSequence text) {
        if (size * 2 >= hashes.length) {
            grow();
        }
        int slot = slot(hash(text));
        if (counts[slot] == 0) {
            hashes[slot] = hash(text);
            size++;
        }
        return ++counts[slot];
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        while (counts[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldCounts = counts;
        hashes = new long[oldHashes.length * 2];
        counts = new int[oldCounts.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    /** Two rounds of a multiplicative hash over the characters, mixed at the end. */
    private static long hash(CharSequence text) {
        long hash = 0x9E3779B97F4A7C15L ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0xD6E8FEB86659FD93L;
            hash ^= hash >>> 32;
        }
        hash *= 0xD6E8FEB86659FD93L;
        return hash ^ hash >>> 29;
    }
}
