package fr.passerelle.rules.frequentation;

import java.math.BigDecimal;
import java.util.Set;

/** What an indicator finds: a value with what it is made of, or why there is none. */
sealed interface Outcome {

    /** What to show beside it. */
    Set<Flag> flags();

    /**
     * A value.
     *
     * @param numerator six places
     * @param denominator six places, not 0
     * @param value six places
     */
    record Value(BigDecimal numerator, BigDecimal denominator, BigDecimal value, Set<Flag> flags) implements Outcome {

        Value flagged(Flag flag) {
            return new Value(numerator, denominator, value, Set.of(flag));
        }
    }

    /** No value. */
    record Unavailable(Unavailability reason) implements Outcome {

        @Override
        public Set<Flag> flags() {
            return Set.of();
        }
    }

    /** The quotient of two numbers. */
    static Value ratio(BigDecimal numerator, BigDecimal denominator) {
        return new Value(numerator, denominator, Decimals.divide(numerator, denominator), Set.of());
    }

    /** The relative change from the denominator to the numerator. */
    static Value change(BigDecimal numerator, BigDecimal denominator) {
        BigDecimal change = Decimals.divide(numerator, denominator).subtract(BigDecimal.ONE);
        return new Value(numerator, denominator, change, Set.of());
    }

    static Outcome unavailable(Unavailability reason) {
        return new Unavailable(reason);
    }
}
