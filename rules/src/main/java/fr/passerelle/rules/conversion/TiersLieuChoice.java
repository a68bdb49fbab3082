package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.EpciDescribed;
import java.util.List;
import java.util.Optional;

/** The room that an EPCI gets proposed as tiers lieu, or none, and why. */
record TiersLieuChoice(Optional<Standing> chosen, Reason reason) {

    static TiersLieuChoice of(EpciDescribed epci, List<Standing> rooms, JeuDeRegles rules) {
        return RuleBook.AGAINST_ANY_TIERS_LIEU.stream()
                .flatMap(rule -> rule.to(epci, rooms, rules).stream())
                .findFirst()
                .map(reason -> new TiersLieuChoice(Optional.empty(), reason))
                .orElseGet(() -> first(epci, rooms, rules));
    }

    private static TiersLieuChoice first(EpciDescribed epci, List<Standing> rooms, JeuDeRegles rules) {
        return new TiersLieuChoice(
                rooms.stream()
                        .filter(Standing::isCandidate)
                        .min(new CandidateOrder(epci, rules.conversion()).comparator()),
                Reason.TIERS_LIEU_PROPOSE);
    }

    boolean isNone() {
        return chosen.isEmpty();
    }

    boolean is(Standing room) {
        return chosen.filter(room::equals).isPresent();
    }

    /** Why a candidate that was not chosen was not. */
    Reason againstAnotherCandidate() {
        return isNone() ? reason : Reason.AUTRE_SALLE_RETENUE;
    }
}
