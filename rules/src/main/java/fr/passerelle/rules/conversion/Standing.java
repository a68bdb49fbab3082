package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.RegleEssayee;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a place stands, every reason, and the rules tried on it.
 *
 * @param <P> a room of the region, or a site
 */
record Standing<P extends Place>(P place, Candidature candidature, List<Reason> reasons, List<RegleEssayee> trace) {

    static Standing<JudgedRoom> of(JudgedRoom room, JeuDeRegles rules) {
        return of(room, PlaceRules.OF_A_ROOM, Reason.SEUIL_ATTEINT, rules);
    }

    static Standing<JudgedSite> of(JudgedSite site, JeuDeRegles rules) {
        return of(site, PlaceRules.OF_A_SITE, Reason.FONCTIONS_SUFFISANTES, rules);
    }

    private static <P extends Place> Standing<P> of(
            P place, List<PlaceRules.PlaceRule<P>> book, Reason candidate, JeuDeRegles rules) {
        List<Tried<Verdict>> tried =
                book.stream().flatMap(rule -> rule.on(place, rules).stream()).toList();
        List<Verdict> against =
                tried.stream().flatMap(one -> one.conclusion().stream()).toList();
        return new Standing<>(
                place,
                against.isEmpty() ? Candidature.CANDIDATE : against.getFirst().candidature(),
                against.isEmpty()
                        ? List.of(candidate)
                        : against.stream().map(Verdict::reason).toList(),
                Tried.steps(place.on(), tried));
    }

    boolean isCandidate() {
        return candidature == Candidature.CANDIDATE;
    }

    /** Where a further rule leaves it. */
    Standing<P> then(Verdict verdict, RegleEssayee step) {
        return new Standing<>(place, verdict.candidature(), append(reasons, verdict.reason()), append(trace, step));
    }

    /** The same, with a rule tried that changes nothing of where it stands. */
    Standing<P> noting(RegleEssayee step) {
        return new Standing<>(place, candidature, reasons, append(trace, step));
    }

    private static <T> List<T> append(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
