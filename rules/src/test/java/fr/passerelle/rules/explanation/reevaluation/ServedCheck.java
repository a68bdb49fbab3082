package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Whom a room serves, again: the communes of its group, shared among its rooms. */
record ServedCheck(Frequentation told, Trace trace, Findings findings) {

    void run() {
        if (told.getState() == FrequentationState.FERMEE) {
            findings.same("population_served", told.getPopulationServed(), null);
            return;
        }
        RegleEssayee share = trace.all(Rule.POPULATION_DESSERVIE).getLast();
        findings.same("population_served.on", share.getOn(), "room:" + told.getRoomId());
        if (share.getOutcome().equals("SANS_POPULATION")) {
            findings.same("population_served", told.getPopulationServed(), null);
        } else {
            served(new Looked(share.getOperands()), share.getOutcome());
        }
    }

    private void served(Looked share, String outcome) {
        BigDecimal sum = trace.all(Rule.POPULATION_DESSERVIE).stream()
                .filter(step -> step.getOn().startsWith("commune:"))
                .map(step -> served(step, share.text("groupe")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        findings.same("habitants_du_groupe", share.number("habitants_du_groupe"), sum);
        BigDecimal each = Again.divide(sum, share.number("salles_du_groupe"));
        findings.same("population_served", told.getPopulationServed(), each);
        findings.same("population_served.outcome", outcome, each.toPlainString());
    }

    private BigDecimal served(RegleEssayee step, @Nullable String group) {
        Looked commune = new Looked(step.getOperands());
        boolean own = step.getOn().equals("commune:" + group);
        findings.same("groupe", step.getOutcome(), group);
        findings.holds(
                "distance",
                own
                        ? commune.number("distance").signum() == 0
                        : commune.number("distance").compareTo(commune.number("rayon")) <= 0,
                step);
        return commune.number("habitants");
    }
}
