package fr.passerelle.rules.economy;

/** A line of what stays to an EPCI: those of the plan de financement, in its order, then the first year that nobody aids. */
public enum RemainderLine {
    /** Study. */
    ETUDE,
    /** Investment. */
    INVESTISSEMENT,
    /** Running, year 1. */
    FONCTIONNEMENT_1,
    /** Running, year 2. */
    FONCTIONNEMENT_2,
    /** Running, year 3. */
    FONCTIONNEMENT_3,
    /** Running, year 4: beside the plan, never in its total. */
    ANNEE_4
}
