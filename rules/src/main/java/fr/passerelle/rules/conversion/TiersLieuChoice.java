package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
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

    /** The place chosen, as the plan names it. */
    Optional<Siege> seat(EpciDescribed epci) {
        return chosen.map(standing -> standing.room().scored().room())
                .map(room -> new Siege(
                        SiegeKind.SALLE,
                        room.getRoomId(),
                        room.getName(),
                        room.getInsee(),
                        Communes.name(epci, room.getInsee())));
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
