package fr.passerelle.rules.economy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How many subscriptions, all else as expected, leave an EPCI nothing to pay in a year. */
public sealed interface BreakEven {

    /** As many, from 0: the least whole number. */
    record Reached(int subscriptions) implements BreakEven {}

    /** A subscription brings nothing, or it would take more of them than the EPCI has inhabitants (choix du projet). */
    record OutOfReach() implements BreakEven {}

    /** The charges of that year are not known. */
    record Unknown() implements BreakEven {}

    /** (charges − aid − what the other services bring) ÷ what a subscription brings, rounded up. */
    static BreakEven of(ModelYear year, List<PricedService> services, boolean most, int inhabitants) {
        if (year.charges() == null || year.aid() == null) {
            return new Unknown();
        }
        BigDecimal missing = year.charges().subtract(year.aid());
        BigDecimal unit = BigDecimal.ZERO;
        for (PricedService service : services) {
            if (service.name() == ServiceName.ABONNEMENT) {
                unit = service.unit();
            } else {
                missing = missing.subtract(service.receipts(most));
            }
        }
        return of(missing, unit, inhabitants);
    }

    private static BreakEven of(BigDecimal missing, BigDecimal unit, int inhabitants) {
        if (missing.signum() <= 0) {
            return new Reached(0);
        }
        return unit.multiply(BigDecimal.valueOf(inhabitants)).compareTo(missing) < 0
                ? new OutOfReach()
                : new Reached(missing.divide(unit, 0, RoundingMode.CEILING).intValueExact());
    }
}
