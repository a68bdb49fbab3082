package fr.passerelle.envelope.rule;

import java.math.BigDecimal;

/** Euros as whole cents: what solvers count in. */
public final class EuroCents {

    private EuroCents() {}

    /**
     * Cents of an amount.
     *
     * @throws ArithmeticException when it has parts of a cent
     */
    public static long of(BigDecimal euros) {
        return euros.movePointRight(2).longValueExact();
    }

    /** Euros to the cent. */
    public static BigDecimal euros(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
