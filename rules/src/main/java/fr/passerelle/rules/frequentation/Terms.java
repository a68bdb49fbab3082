package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.Formule;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.Unite;

/** How the value of an indicator follows from its two terms, and what each is counted in. */
public record Terms(Formule formula, Unite value, Unite numerator, Unite denominator) {

    /** Those of an indicator. */
    public static Terms of(IndicateurName name) {
        return switch (name) {
            case USAGE -> quotient(Unite.PRESENCES_PAR_AN_ET_HABITANT, Unite.PRESENCES_PAR_AN, Unite.HABITANTS);
            case OCCUPATION -> quotient(Unite.PART, Unite.HEURES_PERSONNE, Unite.HEURES_POSTE);
            case TENDANCE -> new Terms(Formule.VARIATION, Unite.VARIATION, Unite.PRESENCES, Unite.PRESENCES);
            case REGULARITE -> quotient(Unite.PART, Unite.MOIS, Unite.MOIS);
            case INSCRITS -> quotient(Unite.PERSONNES_PAR_HABITANT, Unite.PERSONNES, Unite.HABITANTS);
        };
    }

    private static Terms quotient(Unite value, Unite numerator, Unite denominator) {
        return new Terms(Formule.QUOTIENT, value, numerator, denominator);
    }
}
