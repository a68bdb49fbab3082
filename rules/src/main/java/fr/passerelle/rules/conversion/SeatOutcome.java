package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Siege;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the tiers lieu of an EPCI would be and where each place stands, without why: enough to see whether a supposition alters a
 * conclusion.
 *
 * @param seat the place proposed; empty where none is
 * @param exAequo places that nothing separates, by identifier, when the EPCI has to choose; else empty
 * @param candidatures where each room of the region and each site stands, by subject
 */
public record SeatOutcome(Optional<Siege> seat, List<Siege> exAequo, Map<String, Candidature> candidatures) {

    private static final Comparator<Siege> BY_ID =
            Comparator.comparing(Siege::getId).thenComparing(Siege::getKind);

    static SeatOutcome of(EpciDescribed epci, TiersLieuChoice search) {
        Choice choice = search.choice();
        Map<String, Candidature> candidatures = new HashMap<>();
        search.ranking()
                .all()
                .map(PlaceContender::standing)
                .forEach(standing -> candidatures.put(standing.place().on(), stands(standing, choice)));
        return switch (choice) {
            case Choice.None none -> new SeatOutcome(Optional.empty(), List.of(), candidatures);
            case Choice.Seat seat -> new SeatOutcome(Optional.of(siege(epci, seat.place())), List.of(), candidatures);
            case Choice.ExAequo tied -> new SeatOutcome(Optional.empty(), sieges(epci, tied), candidatures);
        };
    }

    private static Candidature stands(PlaceCandidature<?> standing, Choice choice) {
        return standing.isCandidate() ? choice.on(standing.place()).candidature() : standing.candidature();
    }

    /** Places that nothing separates, as a plan tells them. */
    static List<Siege> sieges(EpciDescribed epci, Choice.ExAequo tied) {
        return tied.places().values().stream()
                .map(place -> siege(epci, place))
                .sorted(BY_ID)
                .toList();
    }

    /** A place as a plan tells it. */
    static Siege siege(EpciDescribed epci, Place place) {
        return new Siege(place.kind(), place.id(), place.name(), place.insee(), Communes.name(epci, place.insee()));
    }
}
