package fr.passerelle.published.dataset;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of some numbers of people are kept back when they are published with their sum: those from 1 to {@value #THRESHOLD} less one, and as
 * many others as it takes for the sum less what is published to give none of them away. Which others does not depend on how large they
 * are, so that knowing this rule helps nobody. Zero is no secret: it is nobody.
 *
 * @param cells places of the numbers that are kept back
 * @param total whether the sum is kept back too, because nothing else could hide them
 */
record Secrecy(BitSet cells, boolean total) {

    /** Numbers from 1 and below this are not published: a choice of this project. */
    static final long THRESHOLD = 11;

    /** Nothing is kept back. */
    static final Secrecy NONE = new Secrecy(new BitSet(), false);

    /** @param numbers in a fixed order; null where nothing is known, which adds nothing to the sum */
    static Secrecy over(List<@Nullable Long> numbers) {
        BitSet kept = new BitSet(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            kept.set(i, isSmall(numbers.get(i)));
        }
        return kept.isEmpty() ? NONE : hidden(numbers, kept);
    }

    /** Those that follow the first that is small, in the order given and around, until what is kept back hides itself. */
    private static Secrecy hidden(List<@Nullable Long> numbers, BitSet kept) {
        int first = kept.nextSetBit(0);
        for (int step = 1; step < numbers.size() && !hides(numbers, kept); step++) {
            int place = (first + step) % numbers.size();
            kept.set(place, isPositive(numbers.get(place)) || kept.get(place));
        }
        return new Secrecy(kept, !hides(numbers, kept));
    }

    private static boolean hides(List<@Nullable Long> numbers, BitSet kept) {
        long together = kept.stream()
                .mapToObj(numbers::get)
                .mapToLong(number -> number == null ? 0 : number)
                .sum();
        return kept.cardinality() > 1 && together >= THRESHOLD;
    }

    private static boolean isSmall(@Nullable Long number) {
        return number != null && number > 0 && number < THRESHOLD;
    }

    private static boolean isPositive(@Nullable Long number) {
        return number != null && number > 0;
    }

    /** The number at a place, as it may be shown: null where it is kept back. */
    @Nullable
    Long shown(int place, @Nullable Long number) {
        return cells.get(place) ? null : number;
    }

    /** The sum, as it may be shown. */
    @Nullable
    Long shown(@Nullable Long sum) {
        return total ? null : sum;
    }
}
