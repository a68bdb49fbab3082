package fr.passerelle.rules.financing;

import fr.passerelle.schemas.bareme.Reglement.PlafondPorteSur;
import fr.passerelle.schemas.bareme.Reglement.Taux;
import java.math.BigDecimal;

/** A rate under a ceiling, which bounds the aid or the cost it applies to: the study and each year of running. */
record RatedAid(Taux taux, PlafondPorteSur ceilingOf) implements AidRule {

    @Override
    public Award to(BigDecimal cost) {
        return rated(cost).heldUnder(most(), Decision.PLAFOND);
    }

    @Override
    public BigDecimal most() {
        return switch (ceilingOf) {
            case AIDE -> Cents.of(taux.ceiling());
            case COUT -> rated(taux.ceiling()).aid();
        };
    }

    private Award rated(BigDecimal cost) {
        return new Award(Cents.of(cost.multiply(taux.rate())), Decision.TAUX);
    }
}
