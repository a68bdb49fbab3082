package fr.passerelle.rules.explanation.reevaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The two roundings of the contract: six places, and cents. */
final class Again {

    private Again() {}

    static BigDecimal divide(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, 6, RoundingMode.HALF_UP);
    }

    static BigDecimal cents(BigDecimal euros) {
        return euros.setScale(2, RoundingMode.HALF_UP);
    }

    /** Never under zero. */
    static BigDecimal atLeastZero(BigDecimal number) {
        return number.max(BigDecimal.ZERO);
    }
}
