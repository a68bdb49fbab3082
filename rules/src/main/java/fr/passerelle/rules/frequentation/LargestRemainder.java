package fr.passerelle.rules.frequentation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Shares in whole numbers that add up: each its whole part, then one more to the largest remainders, the earlier first where equal. */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Splits.
     *
     * @param total from 0
     * @param weights from 0, not all 0; each times the total fits a long
     * @return as many shares as weights, of which none is negative
     */
    public static long[] split(long total, int[] weights) {
        long sum = Arrays.stream(weights).asLongStream().sum();
        long[] shares = new long[weights.length];
        long[] remainders = new long[weights.length];
        for (int i = 0; i < weights.length; i++) {
            shares[i] = total * weights[i] / sum;
            remainders[i] = total * weights[i] % sum;
        }
        long rest = total - Arrays.stream(shares).sum();
        IntStream.range(0, remainders.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> -remainders[i]))
                .limit(rest)
                .forEach(i -> shares[i]++);
        return shares;
    }
}
