package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Reglement.PlafondPorteSur;
import fr.passerelle.schemas.bareme.Reglement.Taux;
import java.math.BigDecimal;

/** A rate under a ceiling, which bounds the aid or the base it applies to: the study, each year of running, the investment whose base is capped. */
record RatedAid(Taux taux, PlafondPorteSur ceilingOf) implements AidRule {

    @Override
    public Award to(BigDecimal base) {
        BigDecimal rated = rated(base);
        AidStep step = AidStep.of(Rule.TAUX, rated, Steps.euros("assiette", base), Steps.part("taux", taux.rate()));
        return Award.first(rated, Decision.TAUX, step).heldUnder(ceiling(rated));
    }

    @Override
    public BigDecimal most() {
        return switch (ceilingOf) {
            case AIDE -> Cents.of(taux.ceiling());
            case COUT -> rated(taux.ceiling());
        };
    }

    private Limit ceiling(BigDecimal rated) {
        return Limit.of(
                Rule.PLAFOND,
                Decision.PLAFOND,
                most(),
                Steps.euros("aide_au_taux", rated),
                Steps.euros("plafond", taux.ceiling()),
                Steps.code("plafond_porte_sur", ceilingOf),
                Steps.part("taux", taux.rate()));
    }

    private BigDecimal rated(BigDecimal amount) {
        return Cents.of(amount.multiply(taux.rate()));
    }
}
