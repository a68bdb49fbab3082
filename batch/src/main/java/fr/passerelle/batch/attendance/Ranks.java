package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.reject.UnusableFile;

/**
 * How many times each text was seen in one file. It keeps 64-bit hashes, not texts: twelve bytes an entry of a table at most two thirds
 * full, outside the heap once it is large. Two texts of one hash count as one: one chance in some hundred thousand files of ten million rows.
 */
final class Ranks {

    private static final int FIRST_SIZE = 1 << 12;
    private static final int MOST = 1 << 27;

    private RankTable table = RankTable.of(FIRST_SIZE);
    private int size;

    /**
     * The rank of this text among its equals so far, from 1.
     *
     * @throws UnusableFile beyond some ninety million different texts
     */
    int next(CharSequence text) {
        if (size > table.slots() / 3 * 2) {
            grow();
        }
        int rank = table.add(hash(text));
        if (rank == 1) {
            size++;
        }
        return rank;
    }

    private void grow() {
        if (table.slots() == MOST) {
            throw new UnusableFile("Le fichier a trop de lignes (plus de " + size + ") : coupez-le en plusieurs.");
        }
        RankTable larger = RankTable.of(table.slots() * 2);
        table.copyTo(larger);
        table = larger;
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
