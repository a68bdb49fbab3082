package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What running costs the EPCI in year 4, which nobody aids.
 *
 * @param cost euros; null where unknown, or where no tiers lieu is proposed
 */
record YearFour(@Nullable BigDecimal cost, RegleEssayee step) {

    static YearFour of(String on, boolean tiersLieuProposed, @Nullable BigDecimal told) {
        BigDecimal cost = tiersLieuProposed ? told : null;
        return new YearFour(
                cost,
                Steps.passed(
                        Rule.ANNEE_4,
                        on,
                        outcome(tiersLieuProposed, told),
                        Steps.answer("tiers_lieu_propose", tiersLieuProposed),
                        Steps.euros("cout", told)));
    }

    private static String outcome(boolean tiersLieuProposed, @Nullable BigDecimal told) {
        if (!tiersLieuProposed) {
            return Decision.SANS_TIERS_LIEU.name();
        }
        return told == null ? Decision.COUT_INCONNU.name() : told.toPlainString();
    }
}
