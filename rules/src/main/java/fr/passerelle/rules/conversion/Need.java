package fr.passerelle.rules.conversion;

import static fr.passerelle.rules.trace.Steps.number;
import static fr.passerelle.rules.trace.Steps.text;

import fr.passerelle.rules.frequentation.Besoins;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles.BesoinRule;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;

/** The need of an EPCI, the second axis (RULES 3): it never moves a score, and keeps a low use from being read as no need. */
record Need(Besoin level, RegleEssayee step) {

    static Need of(EpciDescribed epci, BesoinRule rules) {
        Besoin level = Besoins.of(epci.getIllectronismeRate(), rules);
        return new Need(
                level,
                Steps.decided(
                        Rule.BESOIN,
                        Steps.epci(epci.getEpci()),
                        level.name(),
                        number("taux_illectronisme", epci.getIllectronismeRate(), Unite.POURCENT),
                        number("moyen_a_partir_de", rules.moyenFrom(), Unite.POURCENT),
                        number("eleve_a_partir_de", rules.eleveFrom(), Unite.POURCENT)));
    }

    /** Low use under high need: mediation is maintained and a human examines. */
    <P extends Place> PlaceCandidature<P> examined(PlaceCandidature<P> placeCandidature) {
        if (placeCandidature.candidature() != Candidature.SOUS_LE_SEUIL) {
            return placeCandidature;
        }
        boolean high = level == Besoin.ELEVE;
        RegleEssayee seen = Steps.passed(
                Rule.BESOIN,
                placeCandidature.place().on(),
                high ? ProposalReason.BESOIN_ELEVE_USAGE_FAIBLE.name() : level.name(),
                text("besoin", level.name(), Unite.CODE));
        return high
                ? placeCandidature.then(
                        new Verdict(placeCandidature.candidature(), ProposalReason.BESOIN_ELEVE_USAGE_FAIBLE), seen)
                : placeCandidature.noting(seen);
    }
}
