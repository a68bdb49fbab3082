package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.bareme.Reglement.Assiette;
import fr.passerelle.schemas.bareme.Reglement.PlafondPorteSur;
import fr.passerelle.schemas.bareme.Reglement.Taux;
import fr.passerelle.schemas.event.Operande;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The rate of the investment on its base; with the other public aid it leaves the EPCI the share it has to keep.
 *
 * @param told other public aid, euros; null where the EPCI told none, which then counts for nothing
 */
record InvestmentAid(Reglement reglement, @Nullable BigDecimal told) implements AidRule {

    @Override
    public Award to(BigDecimal cost) {
        return onItsBase(cost).heldUnder(otherAids(cost)).heldUnder(keptByTheEpci(cost));
    }

    @Override
    public BigDecimal most() {
        return capped().most();
    }

    private Award onItsBase(BigDecimal cost) {
        return switch (reglement.assietteInvestissement()) {
            case PLAFONNEE -> capped().to(cost);
            case FORFAIT -> lumpSum(cost);
            case MINIMUM -> fromTheLeast(cost);
        };
    }

    private RatedAid capped() {
        return new RatedAid(new Taux(base().rate(), base().base()), PlafondPorteSur.COUT);
    }

    private Award lumpSum(BigDecimal cost) {
        BigDecimal aid = most().min(cost);
        Decision decision = most().compareTo(cost) > 0 ? Decision.COUT : Decision.FORFAIT;
        return Award.first(aid, decision, AidStep.of(Rule.FORFAIT, aid, onTheVotedBase(cost)));
    }

    private Award fromTheLeast(BigDecimal cost) {
        boolean under = cost.compareTo(base().base()) < 0;
        BigDecimal aid = under ? Cents.ZERO : most();
        Decision decision = under ? Decision.SOUS_LE_MINIMUM : Decision.PLAFOND;
        return Award.first(aid, decision, AidStep.of(Rule.MINIMUM, aid, onTheVotedBase(cost)));
    }

    private Operande[] onTheVotedBase(BigDecimal cost) {
        return new Operande[] {
            Steps.euros("cout", cost), Steps.euros("base_votee", base().base()), Steps.part("taux", base().rate())
        };
    }

    private Limit otherAids(BigDecimal cost) {
        return Limit.of(
                Rule.AUTRES_AIDES,
                Decision.AUTRES_AIDES,
                Cents.minus(cost, Cents.orZero(told)),
                Steps.euros("cout", cost),
                Steps.euros("autres_aides", told));
    }

    private Limit keptByTheEpci(BigDecimal cost) {
        BigDecimal kept = Cents.of(cost.multiply(reglement.participationMinimale()));
        return Limit.of(
                Rule.PARTICIPATION_MINIMALE,
                Decision.PARTICIPATION_MINIMALE,
                Cents.minus(cost, Cents.orZero(told), kept),
                Steps.euros("cout", cost),
                Steps.euros("autres_aides", told),
                Steps.part("participation_minimale", reglement.participationMinimale()));
    }

    private Assiette base() {
        return reglement.investissement();
    }
}
