package fr.passerelle.console.home;

import fr.passerelle.console.epci.EpciRow;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.map.Mark;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * Where the region stands, in numbers.
 *
 * @param aid where costs are known, euros
 * @param withoutCost EPCIs of which no cost is known
 * @param near inhabitants of the EPCIs within the barème's distance of a point of mediation as proposed, percent
 * @param nearToday the same today
 */
record RegionFigures(
        int epcis,
        int rooms,
        int tiersLieux,
        int etapes,
        int sessions,
        int toExamine,
        BigDecimal aid,
        int withoutCost,
        BigDecimal near,
        BigDecimal nearToday) {

    static RegionFigures of(PublishedResults published, Collection<EpciRow> rows) {
        Collection<Plan> plans = published.proposals().plans().values();
        return new RegionFigures(
                rows.size(),
                published.rooms().size(),
                Math.toIntExact(rows.stream()
                        .filter(row -> row.mark() == Mark.TIERS_LIEU)
                        .count()),
                sum(plans, Plan::getEtapes),
                sum(plans, Plan::getSessionsAMonth),
                sum(plans, Plan::getAInstruire),
                plans.stream().map(Plan::getAidTotal).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add),
                Math.toIntExact(plans.stream()
                        .filter(plan -> plan.getAidTotal() == null)
                        .count()),
                share(plans, Plan::getProximiteProposed),
                share(plans, Plan::getProximiteToday));
    }

    private static int sum(Collection<Plan> plans, ToIntFunction<Plan> number) {
        return plans.stream().mapToInt(number).sum();
    }

    private static BigDecimal share(Collection<Plan> plans, ToIntFunction<Plan> inhabitants) {
        int all = sum(plans, Plan::getPopulation);
        return all == 0
                ? BigDecimal.ZERO
                : new BigDecimal(sum(plans, inhabitants))
                        .movePointRight(2)
                        .divide(new BigDecimal(all), 1, RoundingMode.HALF_UP);
    }
}
