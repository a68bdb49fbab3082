package fr.passerelle.rules.explanation;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** Searches the smallest whole number that is enough, where more is enough too. */
final class SmallestNumber {

    private SmallestNumber() {}

    /**
     * The bound first, since for most nothing holds there, then doubling and halving: one trial, or some 2 log2.
     *
     * @param bound greatest number tried, from 0
     * @param holds what holds for every number above one for which it does
     * @return the least number from 1 for which it holds; empty where it does not hold for the bound
     */
    static OptionalInt from1(int bound, IntPredicate holds) {
        return bound > 0 && holds.test(bound) ? doubling(bound, holds) : OptionalInt.empty();
    }

    private static OptionalInt doubling(int bound, IntPredicate holds) {
        int fails = 0;
        for (int tried = Math.min(1, bound); tried > fails; tried = (int) Math.min(2L * tried, bound)) {
            if (holds.test(tried)) {
                return OptionalInt.of(between(fails, tried, holds));
            }
            fails = tried;
        }
        return OptionalInt.empty();
    }

    private static int between(int lastThatFails, int firstThatHolds, IntPredicate holds) {
        int fails = lastThatFails;
        int held = firstThatHolds;
        while (held - fails > 1) {
            int middle = (fails + held) >>> 1;
            if (holds.test(middle)) {
                held = middle;
            } else {
                fails = middle;
            }
        }
        return held;
    }
}
