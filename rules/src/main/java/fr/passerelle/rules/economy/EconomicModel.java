package fr.passerelle.rules.economy;

import fr.passerelle.rules.financing.Financing;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.ModeleEconomique;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What running would cost an EPCI, bring it and leave it, from its own figures: charges − aid of the region − receipts, each year, receipts
 * the same each year (choix du projet). Pure, and never read by the rules of scores and aid: {@code recettesDeduites} deducts the receipts
 * that the EPCI declares, not these.
 *
 * @param years four, the last for all that follow
 * @param prudent break-even of year 4, hours and sessions of the fablab at the least
 * @param hopeful the same at the most
 * @param uncounted services with a price and no use, or a use and no price: they bring nothing here
 */
public record EconomicModel(List<ModelYear> years, BreakEven prudent, BreakEven hopeful, List<ServiceName> uncounted) {

    /** The years that the region aids; the fourth and those after it get nothing. */
    private static final List<AidLineName> AIDED =
            List.of(AidLineName.FONCTIONNEMENT_1, AidLineName.FONCTIONNEMENT_2, AidLineName.FONCTIONNEMENT_3);

    /** From what the EPCI told the region; empty where it told nothing of prices, uses and charges. */
    public static Optional<EconomicModel> of(Plan plan, @Nullable Intercommunalite told) {
        return told == null || told.getModele() == null
                ? Optional.empty()
                : Optional.of(of(plan, told, told.getModele()));
    }

    private static EconomicModel of(Plan plan, Intercommunalite told, ModeleEconomique model) {
        List<ModelYear> years = years(plan, told, model);
        return new EconomicModel(
                years,
                BreakEven.of(years.getLast(), model, false, plan.getPopulation()),
                BreakEven.of(years.getLast(), model, true, plan.getPopulation()),
                Arrays.stream(ServiceName.values())
                        .filter(service -> service.isUncounted(model))
                        .toList());
    }

    private static List<ModelYear> years(Plan plan, Intercommunalite told, ModeleEconomique model) {
        BigDecimal other = Objects.requireNonNullElse(model.getOtherCharges(), BigDecimal.ZERO);
        List<ModelYear> years = new ArrayList<>();
        List<@Nullable BigDecimal> animation = Arrays.asList(
                told.getCostAnimation1(), told.getCostAnimation2(), told.getCostAnimation3(), told.getCostAnimation4());
        for (int i = 0; i < animation.size(); i++) {
            BigDecimal cost = animation.get(i);
            years.add(new ModelYear(
                    i + 1,
                    cost == null ? null : euros(cost.add(other)),
                    i < AIDED.size() ? aid(plan, AIDED.get(i)) : euros(BigDecimal.ZERO),
                    euros(receipts(model, false)),
                    euros(receipts(model, true))));
        }
        return List.copyOf(years);
    }

    /** Null where the line waits for its cost; nothing where the plan has no such line. */
    private static @Nullable BigDecimal aid(Plan plan, AidLineName name) {
        Optional<AidLine> line = Financing.lineOf(plan, name);
        return line.isPresent() ? line.get().getAid() : euros(BigDecimal.ZERO);
    }

    private static BigDecimal receipts(ModeleEconomique model, boolean most) {
        return Arrays.stream(ServiceName.values())
                .map(service -> service.receipts(model, most))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal euros(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** How many subscriptions, all else as expected, leave an EPCI nothing to pay in a year. */
    public sealed interface BreakEven {

        /** As many, from 0: the least whole number. */
        record Reached(int subscriptions) implements BreakEven {}

        /** A subscription brings nothing, or it would take more of them than the EPCI has inhabitants (choix du projet). */
        record OutOfReach() implements BreakEven {}

        /** The charges of that year are not known. */
        record Unknown() implements BreakEven {}

        /** (charges − aid − what the other services bring) ÷ what a subscription brings, rounded up. */
        static BreakEven of(ModelYear year, ModeleEconomique model, boolean most, int inhabitants) {
            if (year.charges() == null || year.aid() == null) {
                return new Unknown();
            }
            BigDecimal missing = year.charges()
                    .subtract(year.aid())
                    .subtract(ServiceName.HEURE.receipts(model, most))
                    .subtract(ServiceName.SEANCE_FABLAB.receipts(model, most));
            return of(missing, ServiceName.ABONNEMENT.unit(model), inhabitants);
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

    /**
     * A year of running.
     *
     * @param number from 1; the fourth stands for all that follow
     * @param charges animation and other charges, euros; null where the cost of animation is unknown
     * @param aid of the region, euros; 0 where it gives none; null where it is not known, for want of a cost
     * @param receiptsLow with the least use, euros
     * @param receiptsHigh with the greatest
     */
    public record ModelYear(
            int number,
            @Nullable BigDecimal charges,
            @Nullable BigDecimal aid,
            BigDecimal receiptsLow,
            BigDecimal receiptsHigh) {

        /** What stays at the most, with the least use; below 0 it is a surplus; null where the charges are unknown. */
        public @Nullable BigDecimal most() {
            return left(receiptsLow);
        }

        /** What stays at the least. */
        public @Nullable BigDecimal least() {
            return left(receiptsHigh);
        }

        private @Nullable BigDecimal left(BigDecimal receipts) {
            return charges == null || aid == null ? null : charges.subtract(aid).subtract(receipts);
        }
    }

    /**
     * What a tiers lieu sells. An EPCI said of each a price, and a use a year between two bounds from 0, each of which may be missing: one bound
     * alone is both, two are read in the order that puts the least first. Receipts a year = price × times × use.
     */
    public enum ServiceName {
        /** A month of subscription: the price is paid twelve times a year (choix du projet: expected all year long). */
        ABONNEMENT(
                12,
                ModeleEconomique::getSubscriptionPrice,
                ModeleEconomique::getSubscriptionsLow,
                ModeleEconomique::getSubscriptionsHigh),
        /** An hour. */
        HEURE(1, ModeleEconomique::getHourPrice, ModeleEconomique::getHoursLow, ModeleEconomique::getHoursHigh),
        /** A session of the fablab. */
        SEANCE_FABLAB(
                1,
                ModeleEconomique::getFablabPrice,
                ModeleEconomique::getFablabSessionsLow,
                ModeleEconomique::getFablabSessionsHigh);

        private final int times;
        private final Function<ModeleEconomique, @Nullable BigDecimal> price;
        private final List<Function<ModeleEconomique, @Nullable Integer>> bounds;

        ServiceName(
                int times,
                Function<ModeleEconomique, @Nullable BigDecimal> price,
                Function<ModeleEconomique, @Nullable Integer> low,
                Function<ModeleEconomique, @Nullable Integer> high) {
            this.times = times;
            this.price = price;
            this.bounds = List.of(low, high);
        }

        /** What one unit of use brings a year, euros; nothing without a price. */
        private BigDecimal unit(ModeleEconomique told) {
            BigDecimal one = price.apply(told);
            return one == null ? BigDecimal.ZERO : one.multiply(BigDecimal.valueOf(times));
        }

        /** Euros a year, with the greatest use or the least. */
        private BigDecimal receipts(ModeleEconomique told, boolean most) {
            IntSummaryStatistics uses = uses(told);
            int use = uses.getCount() == 0 ? 0 : most ? uses.getMax() : uses.getMin();
            return unit(told).multiply(BigDecimal.valueOf(use));
        }

        /** Whether it has a price and no use, or a use and no price: it brings nothing. */
        private boolean isUncounted(ModeleEconomique told) {
            return uses(told).getCount() > 0 == (price.apply(told) == null);
        }

        private IntSummaryStatistics uses(ModeleEconomique told) {
            return bounds.stream()
                    .flatMap(bound -> Stream.ofNullable(bound.apply(told)))
                    .mapToInt(Integer::intValue)
                    .summaryStatistics();
        }
    }
}
