package fr.passerelle.rules.frequentation;

/** Why an indicator is unavailable. Names are stable codes. */
public enum Unavailability {
    /** No month of the window is observed. */
    RIEN_OBSERVE,
    /** The room serves nobody that is known: it has no EPCI, or its commune is not one of it. */
    SANS_POPULATION,
    /** The inventory gives no workstations. */
    SANS_POSTES,
    /** Person-hours are not counted, or neither session hours nor weekly hours are known. */
    SANS_HEURES,
    /** Too few calendar months are observed in both years. */
    MOIS_COMMUNS_INSUFFISANTS,
    /** Too few presences in the first year's months for a trend. */
    PRESENCES_INSUFFISANTES,
    /** No yearly count of distinct people ends in the window. */
    SANS_COMPTE_ANNUEL,
    /** The room is not open at the as-of. */
    FERMEE
}
