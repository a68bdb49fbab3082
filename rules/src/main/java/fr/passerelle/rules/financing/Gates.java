package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.Operande;

/**
 * Which lines are aided at all. The study is, whatever is proposed, unless it is refused. Investment and running come with a tiers lieu that
 * is proposed, and where the règlement says so with a study that was handed in.
 */
record Gates(Reglement reglement, EpciProject told) {

    Gate of(AidLineName line, boolean tiersLieuProposed) {
        return switch (line) {
            case ETUDE -> etude();
            case INVESTISSEMENT -> ofTheTiersLieu(Rule.INVESTISSEMENT, tiersLieuProposed);
            case FONCTIONNEMENT_1, FONCTIONNEMENT_2, FONCTIONNEMENT_3 ->
                ofTheTiersLieu(Rule.FONCTIONNEMENT, tiersLieuProposed);
        };
    }

    private Gate etude() {
        Operande state = Steps.code("etude", told.etude());
        return told.etude() == EtudeState.REFUSEE
                ? Gate.closed(Rule.ETUDE, Decision.REFUSEE, false, state)
                : Gate.open(Rule.ETUDE, state);
    }

    private Gate ofTheTiersLieu(Rule rule, boolean proposed) {
        Operande[] looked = {
            Steps.answer("tiers_lieu_propose", proposed),
            Steps.answer("etude_prealable", reglement.etudePrealable()),
            Steps.code("etude", told.etude())
        };
        if (!proposed) {
            return Gate.closed(rule, Decision.SANS_TIERS_LIEU, false, looked);
        }
        return reglement.etudePrealable() && told.etude() != EtudeState.RENDUE
                ? Gate.closed(rule, Decision.ETUDE_PREALABLE, true, looked)
                : Gate.open(rule, looked);
    }
}
