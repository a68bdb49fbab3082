package fr.passerelle.rules.conversion;

/** What comes out of a rule that is no reason of a proposal. The names are the stable codes of the log. */
enum Finding {
    /** Room: listed, never converted. */
    LISTEE,
    /** Room or site: its owner agrees, and it is step-free. */
    RIEN_A_LEVER,
    /** Room or site: an agreement or an access is left to be lifted first. */
    A_LEVER,
    /** Room: enough is known of it, and enough people come. */
    DONNEES_SUFFISANTES,
    /** EPCI: no room to be examined would come first. */
    AUCUNE_A_INSTRUIRE_EN_TETE,
    /** EPCI: it has no tiers lieu. */
    AUCUN_TIERS_LIEU_EXISTANT,
    /** EPCI: the barème allows one. */
    TIERS_LIEU_PREVU,
    /** EPCI: there are places to compare. */
    LIEUX_A_COMPARER,
    /** EPCI: one candidate, nothing to order. */
    SEULE_CANDIDATE,
    /** EPCI: the first candidate fills more of the functions wanted. */
    FONCTIONS_VOULUES,
    /** EPCI: the first candidate has more functions confirmed. */
    FONCTIONS_CONFIRMEES,
    /** EPCI: more people live around the first candidate, in whole steps. */
    POPULATION,
    /** EPCI: only the score is left to separate the first two candidates. */
    NOTE,
    /** EPCI: the first candidate's bounds lie above all those that the score alone separates from it. */
    FOURCHETTES_DISJOINTES,
    /** Room, as host: no agreement of its owner is known, or its closing day is. */
    SALLE_NON_MAINTENUE,
    /** Commune, as host: it has no public place. */
    AUCUN_LIEU_DANS_LA_COMMUNE,
    /** Nearest public place, as host: beyond the radius; EPCI: it has none, or the distance is unknown. */
    AUCUN_LIEU_A_PORTEE,
    /** Commune: near a point of mediation today and as proposed. */
    PROCHE,
    /** Commune: near one today only. */
    PERDUE,
    /** Commune: near one as proposed only. */
    GAGNEE,
    /** Commune: near none. */
    ELOIGNEE,
    /** EPCI: fewer people near a point of mediation as proposed than today. */
    EN_BAISSE,
    /** EPCI: more of them. */
    EN_HAUSSE,
    /** EPCI: as many. */
    EGALE
}
