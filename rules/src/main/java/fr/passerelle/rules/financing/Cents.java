package fr.passerelle.rules.financing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Euros and cents. Rounding is HALF_UP (RULES 5). */
final class Cents {

    static final BigDecimal ZERO = of(BigDecimal.ZERO);

    private Cents() {}

    static BigDecimal of(BigDecimal euros) {
        return euros.setScale(2, RoundingMode.HALF_UP);
    }

    /** Nothing where no amount is told. */
    static BigDecimal orZero(@Nullable BigDecimal euros) {
        return euros == null ? ZERO : euros;
    }

    static BigDecimal sum(Collection<BigDecimal> euros) {
        return euros.stream().reduce(ZERO, BigDecimal::add);
    }

    /** What is left of an amount, never under zero. */
    static BigDecimal minus(BigDecimal euros, BigDecimal... taken) {
        BigDecimal left = euros;
        for (BigDecimal part : taken) {
            left = left.subtract(part);
        }
        return of(left.max(BigDecimal.ZERO));
    }
}
