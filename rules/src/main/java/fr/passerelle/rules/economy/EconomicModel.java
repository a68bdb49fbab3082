package fr.passerelle.rules.economy;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.ModeleEconomique;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
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

    public EconomicModel {
        years = List.copyOf(years);
        uncounted = List.copyOf(uncounted);
    }

    /**
     * Works it out.
     *
     * @param told what the EPCI told the region
     * @return empty where it told nothing of prices, uses and charges
     */
    public static Optional<EconomicModel> of(Plan plan, @Nullable Intercommunalite told) {
        return told == null || told.getModele() == null
                ? Optional.empty()
                : Optional.of(of(plan, told, told.getModele()));
    }

    private static EconomicModel of(Plan plan, Intercommunalite told, ModeleEconomique model) {
        List<ServiceOffer> offers = ServiceOffer.of(model);
        List<PricedService> services = offers.stream()
                .map(ServiceOffer::priced)
                .flatMap(Optional::stream)
                .toList();
        List<ModelYear> years = years(plan, told, model, services);
        return new EconomicModel(
                years,
                BreakEven.of(years.getLast(), services, false, plan.getPopulation()),
                BreakEven.of(years.getLast(), services, true, plan.getPopulation()),
                offers.stream()
                        .filter(ServiceOffer::isUncounted)
                        .map(ServiceOffer::name)
                        .toList());
    }

    private static List<ModelYear> years(
            Plan plan, Intercommunalite told, ModeleEconomique model, List<PricedService> services) {
        BigDecimal other = Objects.requireNonNullElse(model.getOtherCharges(), BigDecimal.ZERO);
        List<ModelYear> years = new ArrayList<>();
        List<@Nullable BigDecimal> animation = animation(told);
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

    private static List<@Nullable BigDecimal> animation(Intercommunalite told) {
        List<@Nullable BigDecimal> costs = new ArrayList<>();
        costs.add(told.getCostAnimation1());
        costs.add(told.getCostAnimation2());
        costs.add(told.getCostAnimation3());
        costs.add(told.getCostAnimation4());
        return costs;
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

    private static BigDecimal receipts(List<PricedService> services, boolean most) {
        return services.stream().map(service -> service.receipts(most)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal euros(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
