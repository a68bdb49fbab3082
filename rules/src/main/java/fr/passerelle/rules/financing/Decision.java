package fr.passerelle.rules.financing;

import fr.passerelle.schemas.event.AidLine;

/** What decided an amount. The names are the stable codes of the log. */
public enum Decision {
    /** The rate, under every ceiling. */
    TAUX,
    /** The ceiling of the aid or of the cost. */
    PLAFOND,
    /** The lump sum of the investment. */
    FORFAIT,
    /** The lump sum, held under the cost. */
    COUT,
    /** The investment is under the least one that is aided. */
    SOUS_LE_MINIMUM,
    /** Other public aid and this one may not exceed the cost. */
    AUTRES_AIDES,
    /** The share that the EPCI keeps. */
    PARTICIPATION_MINIMALE,
    /** The EPCI refused the study. */
    REFUSEE,
    /** No tiers lieu is proposed. */
    SANS_TIERS_LIEU,
    /** The study has to be handed in first. */
    ETUDE_PREALABLE,
    /** No cost is known. */
    COUT_INCONNU;

    /** Whether it decided a line of aid. */
    public boolean of(AidLine line) {
        return line.getDecidedBy().equals(name());
    }
}
