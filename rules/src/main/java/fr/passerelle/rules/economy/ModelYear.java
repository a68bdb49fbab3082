package fr.passerelle.rules.economy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A year of running.
 *
 * @param number from 1; the fourth stands for all that follow
 * @param charges animation and other charges, euros; null where the cost of animation is unknown
 * @param aid of the region, euros; 0 where it gives none; null where it is not known, for want of a cost
 * @param receiptsLow with the least use, euros
 * @param receiptsHigh with the greatest
 */
public record ModelYear(
        int number,
        @Nullable BigDecimal charges,
        @Nullable BigDecimal aid,
        BigDecimal receiptsLow,
        BigDecimal receiptsHigh) {

    /** What stays at the most, with the least use; below 0 it is a surplus; null where the charges are unknown. */
    public @Nullable BigDecimal most() {
        return left(receiptsLow);
    }

    /** What stays at the least. */
    public @Nullable BigDecimal least() {
        return left(receiptsHigh);
    }

    private @Nullable BigDecimal left(BigDecimal receipts) {
        return charges == null || aid == null ? null : charges.subtract(aid).subtract(receipts);
    }
}
