package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.RegleEssayee;
import java.util.Comparator;
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
        List<Tried<Verdict>> against = against(tried);
        return against.isEmpty()
                ? new Standing<>(place, Candidature.CANDIDATE, List.of(candidate), Tried.steps(place.on(), tried, null))
                : new Standing<>(
                        place,
                        verdict(against.getFirst()).candidature(),
                        against.stream().map(one -> verdict(one).reason()).toList(),
                        Tried.steps(place.on(), tried, against.getFirst()));
    }

    /** Certain noes come before doubt: the first decides. */
    private static List<Tried<Verdict>> against(List<Tried<Verdict>> tried) {
        return tried.stream()
                .filter(one -> one.conclusion().isPresent())
                .sorted(Comparator.comparing(one -> verdict(one).isDoubt()))
                .toList();
    }

    private static Verdict verdict(Tried<Verdict> against) {
        return against.conclusion().orElseThrow();
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
