package fr.passerelle.rules.financing;

import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.bareme.Reglement.Assiette;
import java.math.BigDecimal;

/** The rate of the investment on its base; with the other public aid it leaves the EPCI the share it has to keep. */
record InvestmentAid(Reglement reglement, BigDecimal otherAid) implements AidRule {

    @Override
    public Award to(BigDecimal cost) {
        return onItsBase(cost)
                .heldUnder(Cents.minus(cost, otherAid), Decision.AUTRES_AIDES)
                .heldUnder(Cents.minus(cost, otherAid, keptByTheEpci(cost)), Decision.PARTICIPATION_MINIMALE);
    }

    @Override
    public BigDecimal most() {
        return rated(base().base());
    }

    private Award onItsBase(BigDecimal cost) {
        return switch (reglement.assietteInvestissement()) {
            case PLAFONNEE -> new Award(rated(cost), Decision.TAUX).heldUnder(most(), Decision.PLAFOND);
            case FORFAIT -> new Award(most(), Decision.FORFAIT).heldUnder(cost, Decision.COUT);
            case MINIMUM ->
                cost.compareTo(base().base()) < 0
                        ? Award.nothing(Decision.SOUS_LE_MINIMUM)
                        : new Award(most(), Decision.PLAFOND);
        };
    }

    private BigDecimal keptByTheEpci(BigDecimal cost) {
        return Cents.of(cost.multiply(reglement.participationMinimale()));
    }

    private BigDecimal rated(BigDecimal amount) {
        return Cents.of(amount.multiply(base().rate()));
    }

    private Assiette base() {
        return reglement.investissement();
    }
}
