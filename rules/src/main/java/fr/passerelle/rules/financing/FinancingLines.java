package fr.passerelle.rules.financing;

import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.bareme.Reglement.Assiette;
import fr.passerelle.schemas.bareme.Reglement.Taux;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Intercommunalite;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The five lines: which cost, told by the EPCI, meets which rate of the règlement.
 *
 * @param on subject of the EPCI
 */
record FinancingLines(String on, Reglement reglement, EpciProject told) {

    Line line(AidLineName name) {
        return switch (name) {
            case ETUDE -> etude(told.amount(Intercommunalite::getCostEtude));
            case INVESTISSEMENT -> investissement(told.amount(Intercommunalite::getCostInvestissement));
            case FONCTIONNEMENT_1 -> fonctionnement(name, 0, told.amount(Intercommunalite::getCostAnimation1));
            case FONCTIONNEMENT_2 -> fonctionnement(name, 1, told.amount(Intercommunalite::getCostAnimation2));
            case FONCTIONNEMENT_3 -> fonctionnement(name, 2, told.amount(Intercommunalite::getCostAnimation3));
        };
    }

    private Line etude(@Nullable BigDecimal cost) {
        return rated(AidLineName.ETUDE, reglement.etude(), cost, OtherFunding.nothing());
    }

    private Line investissement(@Nullable BigDecimal cost) {
        Assiette base = reglement.investissement();
        BigDecimal otherAid = told.amount(Intercommunalite::getOtherPublicAid);
        return new Line(
                on,
                AidLineName.INVESTISSEMENT,
                base.rate(),
                base.base(),
                new InvestmentAid(reglement, otherAid),
                cost,
                OtherFunding.otherAid(otherAid));
    }

    private Line fonctionnement(AidLineName name, int year, @Nullable BigDecimal cost) {
        OtherFunding receipts =
                OtherFunding.receipts(reglement.recettesDeduites(), told.amount(Intercommunalite::getReceipts));
        return rated(name, reglement.fonctionnement().get(year), cost, receipts);
    }

    private Line rated(AidLineName name, Taux taux, @Nullable BigDecimal cost, OtherFunding coverage) {
        AidRule rule = new RatedAid(taux, reglement.plafondPorteSur());
        return new Line(on, name, taux.rate(), taux.ceiling(), rule, cost, coverage);
    }
}
