package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Candidature;
import java.util.List;
import java.util.stream.Stream;

/** Where a room stands before its EPCI chooses, and every reason. */
record Standing(JudgedRoom room, Candidature candidature, List<Reason> reasons) {

    static Standing of(JudgedRoom room, JeuDeRegles rules) {
        List<RuleBook.Objection> objections = RuleBook.AGAINST_A_ROOM.stream()
                .flatMap(rule -> rule.to(room, rules).stream())
                .toList();
        return objections.isEmpty()
                ? new Standing(room, Candidature.CANDIDATE, List.of(Reason.SEUIL_ATTEINT))
                : new Standing(
                        room,
                        objections.getFirst().candidature(),
                        objections.stream().map(RuleBook.Objection::reason).toList());
    }

    boolean isCandidate() {
        return candidature == Candidature.CANDIDATE;
    }

    /** Nothing can be concluded of it yet. */
    boolean isUndecided() {
        return candidature == Candidature.A_INSTRUIRE || candidature == Candidature.DONNEES_INSUFFISANTES;
    }

    Standing retained() {
        return new Standing(
                room,
                Candidature.RETENUE,
                Stream.concat(reasons.stream(), Stream.of(Reason.PREMIERE_CANDIDATE))
                        .toList());
    }
}
