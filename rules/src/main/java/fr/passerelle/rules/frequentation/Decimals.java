package fr.passerelle.rules.frequentation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one rounding of this module: six places, HALF_UP, before anything is compared, emitted or hashed. */
final class Decimals {

    private static final int PLACES = 6;

    private Decimals() {}

    static BigDecimal of(long whole) {
        return BigDecimal.valueOf(whole).setScale(PLACES);
    }

    /** Hundredths of an hour as hours. */
    static BigDecimal hours(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).setScale(PLACES);
    }

    static BigDecimal six(BigDecimal value) {
        return value.setScale(PLACES, RoundingMode.HALF_UP);
    }

    /** @param denominator not 0 */
    static BigDecimal divide(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, PLACES, RoundingMode.HALF_UP);
    }

    static BigDecimal divide(long numerator, long denominator) {
        return divide(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }
}
