package fr.passerelle.rules.conversion;

/** Why a room or an EPCI gets its proposal. The names are the stable codes of the log. */
public enum Reason {
    /** Room: no score, too few months are known. */
    DONNEES_INSUFFISANTES,
    /** Room: even its high bound is under the threshold. */
    SOUS_LE_SEUIL,
    /** Room: fewer functions confirmed than a tiers lieu needs. */
    FONCTIONS_INSUFFISANTES,
    /** Room: the threshold lies between its bounds. */
    SEUIL_DANS_LA_FOURCHETTE,
    /** Room: even its low bound reaches the threshold. */
    SEUIL_ATTEINT,
    /** Room: first of the candidates. */
    PREMIERE_CANDIDATE,
    /** Room: a candidate, another one is proposed. */
    AUTRE_SALLE_RETENUE,
    /** Room: an étape that is provisional because the plan has no tiers lieu. */
    SANS_TIERS_LIEU,
    /** EPCI, and its candidates: it already has a tiers lieu. */
    TIERS_LIEU_EXISTANT,
    /** EPCI, and its candidates: the barème allows none. */
    AUCUN_TIERS_LIEU_PREVU,
    /** EPCI: no open room of the region. */
    AUCUNE_SALLE_DE_LA_REGION,
    /** EPCI: no room is a candidate. */
    AUCUNE_CANDIDATE,
    /** EPCI: one of its rooms is proposed. */
    TIERS_LIEU_PROPOSE
}
