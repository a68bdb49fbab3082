package fr.passerelle.console.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How much of a whole a part is, with one decimal: what is not nothing is never told as 0 %, nor what is not all as 100 %. */
public final class Percentage {

    private static final BigDecimal LEAST = new BigDecimal("0.1");
    private static final BigDecimal MOST = new BigDecimal("99.9");

    private Percentage() {}

    /** Of a part, 0 to the whole, in percent; 0 of nothing. */
    public static BigDecimal of(int part, int whole) {
        BigDecimal rounded = new BigDecimal(part)
                .movePointRight(2)
                .divide(new BigDecimal(Math.max(whole, 1)), 1, RoundingMode.HALF_UP);
        return part > 0 && part < whole ? rounded.max(LEAST).min(MOST) : rounded;
    }
}
