package fr.passerelle.rules.economy;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.ModeleEconomique;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
        List<ServiceOffer> services = ServiceOffer.of(model);
        List<ModelYear> years = years(plan, told, model, services);
        return new EconomicModel(
                years,
                BreakEven.of(years.getLast(), services, false, plan.getPopulation()),
                BreakEven.of(years.getLast(), services, true, plan.getPopulation()),
                services.stream()
                        .filter(ServiceOffer::isUncounted)
                        .map(ServiceOffer::name)
                        .toList());
    }

    private static List<ModelYear> years(
            Plan plan, Intercommunalite told, ModeleEconomique model, List<ServiceOffer> services) {
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
                    euros(receipts(services, false)),
                    euros(receipts(services, true))));
        }
        return years;
    }

    /** Null where the line waits for its cost; nothing where the plan has no such line. */
    private static @Nullable BigDecimal aid(Plan plan, AidLineName name) {
        for (AidLine line : plan.getAid()) {
            if (line.getLine() == name) {
                return line.getAid();
            }
        }
        return euros(BigDecimal.ZERO);
    }

    private static BigDecimal receipts(List<ServiceOffer> services, boolean most) {
        return services.stream().map(service -> service.receipts(most)).reduce(BigDecimal.ZERO, BigDecimal::add);
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
        static BreakEven of(ModelYear year, List<ServiceOffer> services, boolean most, int inhabitants) {
            if (year.charges() == null || year.aid() == null) {
                return new Unknown();
            }
            BigDecimal missing = year.charges().subtract(year.aid());
            BigDecimal unit = BigDecimal.ZERO;
            for (ServiceOffer service : services) {
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
     * What an EPCI said of a service: a price, and a use between two bounds, each of which may be missing. Receipts a year = price × times × use.
     *
     * @param times how often a year the price is paid for one unit of use: twelve for a subscription (choix du projet: expected all year long)
     * @param price euros
     * @param low use a year, from 0; one bound alone is both, two are read in the order that puts the least first
     */
    private record ServiceOffer(
            ServiceName name,
            int times,
            @Nullable BigDecimal price,
            @Nullable Integer low,
            @Nullable Integer high) {

        private static final int MONTHS = 12;

        /** The three services. */
        static List<ServiceOffer> of(ModeleEconomique told) {
            return List.of(
                    new ServiceOffer(
                            ServiceName.ABONNEMENT,
                            MONTHS,
                            told.getSubscriptionPrice(),
                            told.getSubscriptionsLow(),
                            told.getSubscriptionsHigh()),
                    new ServiceOffer(
                            ServiceName.HEURE, 1, told.getHourPrice(), told.getHoursLow(), told.getHoursHigh()),
                    new ServiceOffer(
                            ServiceName.SEANCE_FABLAB,
                            1,
                            told.getFablabPrice(),
                            told.getFablabSessionsLow(),
                            told.getFablabSessionsHigh()));
        }

        /** What one unit of use brings a year, euros; nothing without a price. */
        BigDecimal unit() {
            return price == null ? BigDecimal.ZERO : price.multiply(BigDecimal.valueOf(times));
        }

        /** Euros a year, with the greatest use or the least. */
        BigDecimal receipts(boolean most) {
            int one = bound(low, high);
            int other = bound(high, low);
            return unit().multiply(BigDecimal.valueOf(most ? Math.max(one, other) : Math.min(one, other)));
        }

        /** Whether it has a price and no use, or a use and no price: it brings nothing. */
        boolean isUncounted() {
            boolean used = low != null || high != null;
            return used == (price == null);
        }

        private static int bound(@Nullable Integer first, @Nullable Integer second) {
            if (first != null) {
                return first;
            }
            return second == null ? 0 : second;
        }
    }

    /** What a tiers lieu sells. */
    public enum ServiceName {
        /** A month of subscription. */
        ABONNEMENT,
        /** An hour. */
        HEURE,
        /** A session of the fablab. */
        SEANCE_FABLAB
    }
}
