package fr.passerelle.rules.frequentation;

import java.math.BigDecimal;
import java.util.Set;

/** What an indicator finds: a value with what it is made of, or why there is none. */
sealed interface IndicatorOutcome {

    /** What was looked at. */
    Basis basis();

    /** What to show beside it. */
    Set<Flag> flags();

    /**
     * A value.
     *
     * @param numerator six places
     * @param denominator six places, not 0
     * @param value six places
     */
    record Value(BigDecimal numerator, BigDecimal denominator, BigDecimal value, Basis basis, Set<Flag> flags)
            implements IndicatorOutcome {

        Value flagged(Flag flag) {
            return new Value(numerator, denominator, value, basis, Set.of(flag));
        }
    }

    /** No value. */
    record Unavailable(Unavailability reason, Basis basis) implements IndicatorOutcome {

        @Override
        public Set<Flag> flags() {
            return Set.of();
        }
    }
}
