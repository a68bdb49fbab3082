package fr.passerelle.rules.economy;

import fr.passerelle.schemas.event.ModeleEconomique;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an EPCI said of a service: a price, and a use between two bounds, each of which may be missing. */
record ServiceOffer(
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
                new ServiceOffer(ServiceName.HEURE, 1, told.getHourPrice(), told.getHoursLow(), told.getHoursHigh()),
                new ServiceOffer(
                        ServiceName.SEANCE_FABLAB,
                        1,
                        told.getFablabPrice(),
                        told.getFablabSessionsLow(),
                        told.getFablabSessionsHigh()));
    }

    /** With its price, where a price is known: one bound alone is both, two are read in the order that puts the least first. */
    Optional<PricedService> priced() {
        return Optional.ofNullable(price).map(known -> {
            int one = bound(low, high);
            int other = bound(high, low);
            return new PricedService(name, known, times, Math.min(one, other), Math.max(one, other));
        });
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
