package fr.passerelle.demo.reconstruction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Chance that repeats itself, whatever the JDK (SplitMix64): each subject throws its own dice, so that changing one room leaves the others as they were. */
final class Dice {

    private static final long SEED = 0x5041_5353_4552L;
    private static final int NORMAL_TERMS = 12;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** The dice of a subject; the same name always gives the same throws. */
    static Dice of(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return new Dice(hash ^ SEED);
    }

    /** A whole number from 0 to bound − 1. */
    int below(int bound) {
        return (int) ((next() >>> 1) % bound);
    }

    /** A number from 0 included to 1 excluded. */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    /** About normal, mean 0, deviation 1 (a sum of twelve uniform numbers). */
    double normal() {
        double sum = -NORMAL_TERMS / 2.0;
        for (int i = 0; i < NORMAL_TERMS; i++) {
            sum += unit();
        }
        return sum;
    }

    /** Log-normal with median 1. */
    double skewed(double deviation) {
        return StrictMath.exp(deviation * normal());
    }

    /** A count with this mean, by Knuth's product (means here stay under some hundreds). */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = unit(); product > limit; product *= unit()) {
            count++;
        }
        return count;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    <T> List<T> shuffled(List<T> items) {
        List<T> deck = new ArrayList<>(items);
        for (int i = deck.size() - 1; i > 0; i--) {
            Collections.swap(deck, i, below(i + 1));
        }
        return deck;
    }

    private long next() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
