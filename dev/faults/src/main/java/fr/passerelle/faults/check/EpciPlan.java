package fr.passerelle.faults.check;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan of an EPCI that holds.
 *
 * @param epci its EPCI
 * @param aid euros, line by line, those that are known
 * @param total euros, all lines together; null when it is not known
 */
public record EpciPlan(
        String epci, List<BigDecimal> aid, @Nullable BigDecimal total) {

    BigDecimal sum() {
        return aid.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
