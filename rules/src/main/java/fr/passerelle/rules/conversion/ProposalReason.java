package fr.passerelle.rules.conversion;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a room, a site or an EPCI gets its proposal. The names are the stable codes of the log. */
public enum ProposalReason {
    /** Room: no score, too few months are known. */
    DONNEES_INSUFFISANTES,
    /** Room: even its high bound is under the threshold. */
    SOUS_LE_SEUIL,
    /** Room or site: fewer functions confirmed than a tiers lieu needs. */
    FONCTIONS_INSUFFISANTES,
    /** Room or site: its owner refuses. */
    REFUS_PROPRIETAIRE,
    /** Site: as many functions confirmed as a tiers lieu needs; it has no score and stands on them. */
    FONCTIONS_SUFFISANTES,
    /** Room: the threshold lies between its bounds. */
    SEUIL_DANS_LA_FOURCHETTE,
    /** Room: it would be a candidate, and too few of its last twelve months are observed. */
    DONNEES_RECENTES_INSUFFISANTES,
    /** Room: it would be a candidate, and receives too few presences a year. */
    PETITS_NOMBRES,
    /** Room: even its low bound reaches the threshold. */
    SEUIL_ATTEINT,
    /** Room or site: first of the candidates. */
    PREMIERE_CANDIDATE,
    /** Room or site: a candidate, a room is proposed. */
    AUTRE_SALLE_RETENUE,
    /** Room or site: a candidate, a site is proposed. */
    SITE_RETENU,
    /** Room, site or EPCI: nothing separates the first candidates, the EPCI chooses. */
    EX_AEQUO,
    /** Room or site: a candidate, others that nothing separates come first. */
    AUTRES_EX_AEQUO,
    /** EPCI: a room to be examined would come before its first candidate, or tie with it: the seat is left to nobody. */
    PREMIERE_A_INSTRUIRE,
    /** Room or site: a candidate, a room to be examined would come first. */
    AUTRE_A_INSTRUIRE,
    /** Room: even its high bound is under the threshold, where need is high: mediation is maintained and a human examines. */
    BESOIN_ELEVE_USAGE_FAIBLE,
    /** Room: an étape that is provisional because the plan has no tiers lieu. */
    SANS_TIERS_LIEU,
    /** Room: an étape whose sessions rest in part on presences whose hours nobody counted. */
    HEURES_SUPPOSEES,
    /** Room: an étape whose host gets more sessions a month than the barème's most: flagged, never cut. */
    SEANCES_AU_DESSUS_DU_MAXIMUM,
    /** EPCI, and its candidates: it already has a tiers lieu. */
    TIERS_LIEU_EXISTANT,
    /** EPCI, and its candidates: the barème allows none. */
    AUCUN_TIERS_LIEU_PREVU,
    /** EPCI: no open room of the region, nor any site. */
    AUCUNE_SALLE_DE_LA_REGION,
    /** EPCI: no room nor site is a candidate. */
    AUCUNE_CANDIDATE,
    /** EPCI: one of its rooms or sites is proposed. */
    TIERS_LIEU_PROPOSE;

    /** Whether it is data too thin, or too few, that keep a room from being the candidate that it would be. */
    boolean holdsBack() {
        return this == DONNEES_RECENTES_INSUFFISANTES || this == PETITS_NOMBRES;
    }

    /** The first of some reasons, by their codes, that holds a room back; empty where none does. */
    public static Optional<ProposalReason> holdingBack(Collection<String> reasons) {
        return Stream.of(values())
                .filter(ProposalReason::holdsBack)
                .filter(reason -> reasons.contains(reason.name()))
                .findFirst();
    }
}
