package fr.passerelle.console.figure;

import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * What EPCIs of which no cost is known could be given: from nothing to the ceiling of the scheme. It is no budget.
 *
 * @param seat whether a tiers lieu is proposed to them
 * @param epcis how many they are, from 0
 * @param ceiling euros
 */
public record CeilingRange(boolean seat, int epcis, BigDecimal ceiling) {

    /** Of these plans, those with a tiers lieu proposed first. */
    public static List<CeilingRange> of(Collection<Plan> plans) {
        return List.of(of(true, plans), of(false, plans));
    }

    private static CeilingRange of(boolean seat, Collection<Plan> plans) {
        Predicate<Plan> proposed = plan -> plan.getSiege() != null;
        List<Plan> those =
                plans.stream().filter(seat ? proposed : proposed.negate()).toList();
        return new CeilingRange(
                seat,
                those.size(),
                those.stream().map(Plan::getTheoreticalCeiling).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
