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
record PlaceCandidature<P extends Place>(
        P place, Candidature candidature, List<ProposalReason> reasons, List<RegleEssayee> trace) {

    static PlaceCandidature<JudgedRoom> of(JudgedRoom room, JeuDeRegles rules) {
        return of(room, PlaceRules.OF_A_ROOM, ProposalReason.SEUIL_ATTEINT, rules);
    }

    static PlaceCandidature<JudgedSite> of(JudgedSite site, JeuDeRegles rules) {
        return of(site, PlaceRules.OF_A_SITE, ProposalReason.FONCTIONS_SUFFISANTES, rules);
    }

    private static <P extends Place> PlaceCandidature<P> of(
            P place, List<PlaceRules.PlaceRule<P>> book, ProposalReason candidate, JeuDeRegles rules) {
        List<RuleTrial<Verdict>> ruleTrial =
                book.stream().flatMap(rule -> rule.on(place, rules).stream()).toList();
        List<RuleTrial<Verdict>> against = against(ruleTrial);
        return against.isEmpty()
                ? new PlaceCandidature<>(
                        place, Candidature.CANDIDATE, List.of(candidate), RuleTrial.steps(place.on(), ruleTrial, null))
                : new PlaceCandidature<>(
                        place,
                        verdict(against.getFirst()).candidature(),
                        against.stream().map(one -> verdict(one).reason()).toList(),
                        RuleTrial.steps(place.on(), ruleTrial, against.getFirst()));
    }

    /** Certain noes come before doubt: the first decides. */
    private static List<RuleTrial<Verdict>> against(List<RuleTrial<Verdict>> ruleTrial) {
        return ruleTrial.stream()
                .filter(one -> one.conclusion().isPresent())
                .sorted(Comparator.comparing(one -> verdict(one).isDoubt()))
                .toList();
    }

    private static Verdict verdict(RuleTrial<Verdict> against) {
        return against.conclusion().orElseThrow();
    }

    boolean isCandidate() {
        return candidature == Candidature.CANDIDATE;
    }

    /** Whether nothing but its data, too thin or too few, stands against it. */
    boolean isHeldBack() {
        return candidature == Candidature.A_INSTRUIRE && reasons.stream().allMatch(ProposalReason::holdsBack);
    }

    /** Where a further rule leaves it. */
    PlaceCandidature<P> then(Verdict verdict, RegleEssayee step) {
        return new PlaceCandidature<>(
                place, verdict.candidature(), append(reasons, verdict.reason()), append(trace, step));
    }

    /** The same, with a rule tried that changes nothing of where it stands. */
    PlaceCandidature<P> noting(RegleEssayee step) {
        return new PlaceCandidature<>(place, candidature, reasons, append(trace, step));
    }

    private static <T> List<T> append(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
