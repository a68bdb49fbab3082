package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The rule that concluded the search for the seat of an EPCI (RULES 4.3, 4.4). */
public final class SeatDecision {

    private static final Set<Rule> OF_THE_SEARCH = EnumSet.of(
            Rule.TIERS_LIEU_EXISTANT,
            Rule.TIERS_LIEUX_MAXIMUM,
            Rule.SALLES_DE_LA_REGION,
            Rule.PREMIERE_A_INSTRUIRE,
            Rule.ORDRE_DES_CANDIDATES,
            Rule.EX_AEQUO);

    private SeatDecision() {}

    /** Its step in the trace of a plan; empty where the plan holds no trace. */
    public static Optional<RegleEssayee> of(Plan plan) {
        return plan.getTrace().stream()
                .filter(RegleEssayee::getDecides)
                .filter(step -> step.getOn().equals(Steps.epci(plan.getEpci())))
                .filter(step -> OF_THE_SEARCH.contains(Rule.valueOf(step.getRule())))
                .findFirst();
    }
}
