package fr.passerelle.rules.conversion;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is known of a condition. Unknown never counts as yes. */
enum Answer {
    YES,
    NO,
    UNKNOWN;

    static Answer of(@Nullable Boolean fact) {
        return fact == null ? UNKNOWN : fact ? YES : NO;
    }

    /** Whether a number in hundredths reaches a threshold in units; equal is enough. */
    static Answer reaches(@Nullable Integer hundredths, BigDecimal threshold) {
        return hundredths == null
                ? UNKNOWN
                : of(BigDecimal.valueOf(hundredths, 2).compareTo(threshold) >= 0);
    }
}
