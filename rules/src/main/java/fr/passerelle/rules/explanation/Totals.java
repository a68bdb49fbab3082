package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.TotauxExecution;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a run proposes in all, plan by plan. */
final class Totals {

    private int tiersLieux;
    private int etapes;
    private int aInstruire;
    private int donneesInsuffisantes;
    private BigDecimal aid = new BigDecimal("0.00");
    private int fragiles;

    void add(@Nullable Plan plan) {
        if (plan == null) {
            return;
        }
        tiersLieux += plan.getTiersLieu() == null ? 0 : 1;
        etapes += plan.getEtapes();
        aInstruire += plan.getAInstruire();
        donneesInsuffisantes += plan.getDonneesInsuffisantes();
        aid = plan.getAidTotal() == null ? aid : aid.add(plan.getAidTotal());
        fragiles += Marges.holds(plan) ? 0 : 1;
    }

    TotauxExecution told() {
        return new TotauxExecution(tiersLieux, etapes, aInstruire, donneesInsuffisantes, aid, fragiles);
    }
}
