package fr.passerelle.rules.financing;

import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.bareme.Reglement.Assiette;
import fr.passerelle.schemas.bareme.Reglement.Taux;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Intercommunalite;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The five lines: which cost, told by the EPCI, meets which rate of the règlement. */
record Lines(Reglement reglement, Told told) {

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
        return rated(AidLineName.ETUDE, reglement.etude(), cost, Cents.ZERO);
    }

    private Line investissement(@Nullable BigDecimal cost) {
        Assiette base = reglement.investissement();
        BigDecimal otherAid = told.amountOrZero(Intercommunalite::getOtherPublicAid);
        AidRule rule = new InvestmentAid(reglement, otherAid);
        return new Line(AidLineName.INVESTISSEMENT, base.rate(), base.base(), rule, cost, otherAid, false);
    }

    /** Receipts count only where the règlement deducts them: then from the base and from what is left. */
    private Line fonctionnement(AidLineName name, int year, @Nullable BigDecimal cost) {
        BigDecimal receipts =
                reglement.recettesDeduites() ? told.amountOrZero(Intercommunalite::getReceipts) : Cents.ZERO;
        return rated(name, reglement.fonctionnement().get(year), cost, receipts);
    }

    private Line rated(AidLineName name, Taux taux, @Nullable BigDecimal cost, BigDecimal deducted) {
        AidRule rule = new RatedAid(taux, reglement.plafondPorteSur());
        return new Line(name, taux.rate(), taux.ceiling(), rule, cost, deducted, true);
    }
}
