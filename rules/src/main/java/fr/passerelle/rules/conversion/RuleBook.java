package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.FrequentationState;
import java.util.List;
import java.util.Optional;

/** The rule book of conversion (RULES 4.2 to 4.4): what stands against a room, then what stands against any tiers lieu of an EPCI, in order. */
final class RuleBook {

    /** Certain noes come before doubt. The first that holds decides the candidature; all that hold are told. */
    static final List<RoomRule> AGAINST_A_ROOM = List.of(
            RuleBook::itHasNoScore,
            RuleBook::itIsUnderTheThreshold,
            RuleBook::itLacksFunctions,
            RuleBook::theThresholdIsBetweenItsBounds);

    /** The first that holds decides. */
    static final List<EpciRule> AGAINST_ANY_TIERS_LIEU = List.of(
            RuleBook::itAlreadyHasOne,
            RuleBook::noneIsAllowed,
            RuleBook::noRoomIsOfTheRegion,
            RuleBook::noRoomIsCandidate);

    private RuleBook() {}

    /** An objection to a room, or nothing. */
    interface RoomRule {
        Optional<Objection> to(JudgedRoom room, JeuDeRegles rules);
    }

    /** A reason why an EPCI gets no tiers lieu proposed, or nothing. */
    interface EpciRule {
        Optional<Reason> to(EpciDescribed epci, List<Standing> rooms, JeuDeRegles rules);
    }

    /** Where an objection leaves a room, and its reason. */
    record Objection(Candidature candidature, Reason reason) {}

    private static Optional<Objection> itHasNoScore(JudgedRoom room, JeuDeRegles rules) {
        return objectIf(
                room.frequentation().getState() == FrequentationState.DONNEES_INSUFFISANTES,
                Candidature.DONNEES_INSUFFISANTES,
                Reason.DONNEES_INSUFFISANTES);
    }

    private static Optional<Objection> itIsUnderTheThreshold(JudgedRoom room, JeuDeRegles rules) {
        Integer high = room.frequentation().getHigh();
        return objectIf(high != null && high < rules.threshold(), Candidature.SOUS_LE_SEUIL, Reason.SOUS_LE_SEUIL);
    }

    private static Optional<Objection> itLacksFunctions(JudgedRoom room, JeuDeRegles rules) {
        return objectIf(
                room.confirmed().size() < rules.conversion().minimumFunctions(),
                Candidature.FONCTIONS_INSUFFISANTES,
                Reason.FONCTIONS_INSUFFISANTES);
    }

    private static Optional<Objection> theThresholdIsBetweenItsBounds(JudgedRoom room, JeuDeRegles rules) {
        Integer low = room.frequentation().getLow();
        Integer high = room.frequentation().getHigh();
        return objectIf(
                low != null && high != null && low < rules.threshold() && rules.threshold() <= high,
                Candidature.A_INSTRUIRE,
                Reason.SEUIL_DANS_LA_FOURCHETTE);
    }

    private static Optional<Reason> itAlreadyHasOne(EpciDescribed epci, List<Standing> rooms, JeuDeRegles rules) {
        return reasonIf(
                epci.getIntercommunalite() != null && epci.getIntercommunalite().getExistingTiersLieu() != null,
                Reason.TIERS_LIEU_EXISTANT);
    }

    private static Optional<Reason> noneIsAllowed(EpciDescribed epci, List<Standing> rooms, JeuDeRegles rules) {
        return reasonIf(rules.conversion().maxTiersLieux() == 0, Reason.AUCUN_TIERS_LIEU_PREVU);
    }

    private static Optional<Reason> noRoomIsOfTheRegion(EpciDescribed epci, List<Standing> rooms, JeuDeRegles rules) {
        return reasonIf(rooms.isEmpty(), Reason.AUCUNE_SALLE_DE_LA_REGION);
    }

    private static Optional<Reason> noRoomIsCandidate(EpciDescribed epci, List<Standing> rooms, JeuDeRegles rules) {
        return reasonIf(rooms.stream().noneMatch(Standing::isCandidate), Reason.AUCUNE_CANDIDATE);
    }

    private static Optional<Objection> objectIf(boolean holds, Candidature candidature, Reason reason) {
        return holds ? Optional.of(new Objection(candidature, reason)) : Optional.empty();
    }

    private static Optional<Reason> reasonIf(boolean holds, Reason reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }
}
