package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.TotauxExecution;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** What a run proposes in all. */
final class Totals {

    private Totals() {}

    static TotauxExecution of(Collection<Plan> plans) {
        return TotauxExecution.newBuilder()
                .setTiersLieux(count(plans, plan -> plan.getTiersLieu() != null))
                .setEtapes(sum(plans, Plan::getEtapes))
                .setAInstruire(sum(plans, Plan::getAInstruire))
                .setDonneesInsuffisantes(sum(plans, Plan::getDonneesInsuffisantes))
                .setAid(aid(plans))
                .setFragiles(count(plans, plan -> !Marges.holds(plan)))
                .build();
    }

    private static int count(Collection<Plan> plans, Predicate<Plan> which) {
        return Math.toIntExact(plans.stream().filter(which).count());
    }

    private static int sum(Collection<Plan> plans, ToIntFunction<Plan> number) {
        return plans.stream().mapToInt(number).sum();
    }

    private static BigDecimal aid(Collection<Plan> plans) {
        return plans.stream()
                .map(Plan::getAidTotal)
                .filter(Objects::nonNull)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
