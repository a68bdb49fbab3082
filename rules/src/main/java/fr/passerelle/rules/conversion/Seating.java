package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import java.util.List;
import java.util.Optional;

/**
 * The seat of an EPCI's tiers lieu, as its plan tells it.
 *
 * @param seat the place proposed; empty where none is
 * @param functions those of the seat that are OFFERTE or POSSIBLE, in the order of the enum
 * @param exAequo places that nothing separates, by identifier, when the EPCI has to choose; else empty
 * @param undecided places whose data leave the seat to nobody, and the first candidates, by identifier; else empty
 * @param candidates every room of the region and site, in the order of the comparison
 * @param reason why there is a tiers lieu, or none
 */
public record Seating(
        Optional<Siege> seat,
        List<Fonction> functions,
        List<Siege> exAequo,
        List<Siege> undecided,
        List<Concurrent> candidates,
        ProposalReason reason) {

    /** A place as a plan compares it; empty where it does not. */
    public static Optional<Concurrent> compared(Plan plan, Siege place) {
        return plan.getCandidates().stream()
                .filter(one -> Steps.seat(one.getSiege()).equals(Steps.seat(place)))
                .findFirst();
    }

    static Seating of(EpciDescribed epci, TiersLieuChoice choice) {
        List<Concurrent> candidates = choice.ranking().ranked().stream()
                .map(ranked -> concurrent(epci, ranked, choice))
                .toList();
        Choice found = choice.choice();
        return new Seating(
                SeatOutcome.seat(epci, found),
                found instanceof Choice.Seat seat ? seat.place().confirmed() : List.of(),
                SeatOutcome.exAequo(epci, found),
                SeatOutcome.undecided(epci, found),
                candidates,
                found.reason());
    }

    private static Concurrent concurrent(EpciDescribed epci, RankedPlace ranked, TiersLieuChoice choice) {
        PlaceCandidature<?> standing = choice.concluded(ranked.contender().standing());
        Place place = standing.place();
        Merits merits = ranked.contender().merits();
        return Concurrent.newBuilder()
                .setSiege(SeatOutcome.siege(epci, place))
                .setCandidature(standing.candidature())
                .setRank(ranked.rank())
                .setFunctionsWanted(merits.wanted())
                .setFunctionsConfirmed(merits.confirmed())
                .setPopulation(merits.population())
                .setPopulationSteps(merits.steps())
                .setScore(place.score())
                .setLow(place.low())
                .setHigh(place.high())
                .setFonctions(place.fonctions())
                .setALever(place.toLift())
                .setReasons(
                        standing.reasons().stream().map(ProposalReason::name).toList())
                .build();
    }
}
