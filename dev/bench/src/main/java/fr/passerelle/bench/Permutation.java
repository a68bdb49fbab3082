package fr.passerelle.bench;

/** The numbers below a bound, each once, in an order of a seed and without memory: a Feistel network over the next even power of two, walked below it. */
final class Permutation {

    private static final int ROUNDS = 4;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final long bound;
    private final int half;
    private final long mask;
    private final long seed;

    /** @param bound from 1: how many numbers there are */
    Permutation(long bound, long seed) {
        this.bound = bound;
        this.half = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(bound - 1) + 1) / 2);
        this.mask = (1L << half) - 1;
        this.seed = seed;
    }

    /** The number at a place, from 0 to below the bound. */
    long at(long place) {
        long number = place;
        do {
            number = mixed(number);
        } while (number >= bound);
        return number;
    }

    private long mixed(long number) {
        long left = number >>> half;
        long right = number & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ hash(right + ((long) round << 40)) & mask;
            left = right;
            right = next;
        }
        return left << half | right;
    }

    private long hash(long value) {
        long hash = (value ^ seed) * MULTIPLIER;
        hash = (hash ^ hash >>> 32) * MULTIPLIER;
        return hash ^ hash >>> 29;
    }
}
