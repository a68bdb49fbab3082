package fr.passerelle.console.figure;

import fr.passerelle.console.map.EtapeCount;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.conversion.Mediation;
import fr.passerelle.rules.conversion.SharedHosts;
import fr.passerelle.rules.frequentation.RoomOpening;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Where the region, or a part of it, stands, in numbers.
 *
 * @param epcis those that have a plan
 * @param rooms of these EPCIs
 * @param open of these, those open today
 * @param existing EPCIs that already have their tiers lieu
 * @param sessions a month, over the étapes
 * @param animation what holding them takes
 * @param aid where costs are known, euros
 * @param withoutCost EPCIs of which no cost is known
 * @param kilometres within which one is near a point of mediation, by the barème
 * @param near inhabitants of the EPCIs so near to one as proposed, percent
 * @param nearToday the same today
 * @param inhabitants how many these are as proposed
 * @param inhabitantsToday the same today
 */
public record AreaFigures(
        int epcis,
        int rooms,
        int open,
        OpeningHours hours,
        int tiersLieux,
        int existing,
        EtapeCount etapes,
        int sessions,
        Animation animation,
        int toExamine,
        BigDecimal aid,
        int withoutCost,
        BigDecimal kilometres,
        BigDecimal near,
        BigDecimal nearToday,
        int inhabitants,
        int inhabitantsToday) {

    private static final int KILO = 3;

    /**
     * What holding sessions takes.
     *
     * @param animateurs full-time equivalents
     * @param oneAYear what one costs whoever employs it, euros a year, as the barème says; 0 where it does not
     * @param unpaid étapes that nobody pays yet
     */
    public record Animation(BigDecimal animateurs, int oneAYear, int unpaid) {

        private static Animation of(Collection<Plan> plans, PublishedResults published) {
            return new Animation(
                    plans.stream().map(Plan::getAnimateursEtp).reduce(BigDecimal.ZERO, BigDecimal::add),
                    published
                            .run()
                            .bareme()
                            .jeuDeRegles()
                            .conversion()
                            .animateur()
                            .costAYear(),
                    Math.toIntExact(plans.stream()
                            .flatMap(plan -> plan.getRooms().stream())
                            .flatMap(room -> Stream.ofNullable(
                                    published.proposals().conversions().get(room.getRoomId())))
                            .filter(etape -> etape.getPayeur() == Payeur.A_TROUVER)
                            .flatMap(etape -> Stream.ofNullable(etape.getHost()))
                            .map(SharedHosts::ofHost)
                            .distinct()
                            .count()));
        }

        /** All of them, euros a year: an order of magnitude, never a budget. */
        public BigDecimal cost() {
            return Mediation.cost(animateurs, BigDecimal.valueOf(oneAYear));
        }
    }

    /** Those of an area. */
    public static AreaFigures of(SynthesisArea area, PublishedResults published) {
        Collection<Plan> plans = area.plans();
        return new AreaFigures(
                plans.size(),
                sum(plans, plan -> plan.getRooms().size()),
                sum(plans, AreaFigures::open),
                OpeningHours.of(plans, published),
                sum(plans, plan -> plan.getSiege() == null ? 0 : 1),
                sum(plans, plan -> plan.getExistingTiersLieu() == null ? 0 : 1),
                EtapeCount.of(plans),
                sum(plans, Plan::getSessionsAMonth),
                Animation.of(plans, published),
                sum(plans, Plan::getAInstruire),
                plans.stream().map(Plan::getAidTotal).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add),
                sum(plans, plan -> plan.getAidTotal() == null ? 1 : 0),
                kilometres(published),
                share(plans, Plan::getProximiteProposed),
                share(plans, Plan::getProximiteToday),
                sum(plans, Plan::getProximiteProposed),
                sum(plans, Plan::getProximiteToday));
    }

    /** Those of one EPCI. */
    public static AreaFigures of(Plan plan, PublishedResults published) {
        return of(new SynthesisArea(null, Set.of(plan.getEpci()), List.of(plan), List.of()), published);
    }

    private static int open(Plan plan) {
        return Math.toIntExact(plan.getRooms().stream()
                .filter(room -> RoomOpening.isOpen(room.getState()))
                .count());
    }

    /** How many fewer inhabitants would be near a point of mediation than today; 0 where as many or more would. */
    public int lost() {
        return Math.max(0, inhabitantsToday - inhabitants);
    }

    private static BigDecimal kilometres(PublishedResults published) {
        int metres = published.run().bareme().jeuDeRegles().conversion().proximityRadiusMetres();
        return new BigDecimal(metres).movePointLeft(KILO);
    }

    private static int sum(Collection<Plan> plans, ToIntFunction<Plan> number) {
        return plans.stream().mapToInt(number).sum();
    }

    private static BigDecimal share(Collection<Plan> plans, ToIntFunction<Plan> inhabitants) {
        return Percentage.of(sum(plans, inhabitants), sum(plans, Plan::getPopulation));
    }
}
