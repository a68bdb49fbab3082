package fr.passerelle.rules.economy;

import fr.passerelle.rules.economy.EconomicModel.ModelYear;
import fr.passerelle.rules.financing.Financing;
import fr.passerelle.rules.financing.OtherFunding;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How what a year of running leaves in the plan becomes what it leaves in the economic model, euros: cost − aid − others = left, then
 * left + others + other charges − receipts = modelled.
 *
 * @param year from 1; the fourth has no aid and stands beside the plan
 * @param others what others pay in the plan; the model does not count it
 * @param receipts that the model expects at the least
 * @param modelled what stays at the most; below 0 it is a surplus
 */
public record YearReconciliation(
        int year,
        BigDecimal cost,
        BigDecimal aid,
        BigDecimal others,
        BigDecimal left,
        BigDecimal otherCharges,
        BigDecimal receipts,
        BigDecimal modelled) {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    /** Of the first year and of the fourth, where both remainders are known; of none where no tiers lieu is proposed. */
    public static List<YearReconciliation> of(Plan plan, EconomicModel model) {
        if (plan.getSiege() == null) {
            return List.of();
        }
        ModelYear fourth = model.years().getLast();
        return Stream.of(
                        first(plan, model.years().getFirst()),
                        Optional.ofNullable(plan.getYear4Cost())
                                .flatMap(cost -> of(fourth, cost, NOTHING, NOTHING, cost)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<YearReconciliation> first(Plan plan, ModelYear year) {
        return Financing.lineOf(plan, AidLineName.FONCTIONNEMENT_1)
                .flatMap(line -> OtherFunding.of(line)
                        .flatMap(others -> of(year, line.getCost(), line.getAid(), others, line.getLeft())));
    }

    private static Optional<YearReconciliation> of(
            ModelYear year, BigDecimal cost, BigDecimal aid, BigDecimal others, BigDecimal left) {
        BigDecimal charges = year.charges();
        BigDecimal modelled = year.most();
        return charges == null || modelled == null
                ? Optional.empty()
                : Optional.of(new YearReconciliation(
                        year.number(), cost, aid, others, left, charges.subtract(cost), year.receiptsLow(), modelled));
    }
}
