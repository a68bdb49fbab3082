package fr.passerelle.rules.conversion;

import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.EpciDescribed;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The rooms of the region and the sites of an EPCI, each where it stands, and the choice among them. */
record ComparedPlaces(
        EpciDescribed epci,
        List<PlaceCandidature<JudgedRoom>> rooms,
        List<PlaceCandidature<JudgedSite>> sites,
        TiersLieuChoice choice) {

    /** @throws NullPointerException when nothing is known of the EPCI */
    static ComparedPlaces of(EpciFacts facts, List<ScoredRoom> rooms, JeuDeRegles rules) {
        EpciDescribed epci = Objects.requireNonNull(facts.epci(), facts.siren());
        List<PlaceCandidature<JudgedRoom>> standings = standings(rooms, rules);
        List<PlaceCandidature<JudgedSite>> sites = sites(facts, rules);
        return new ComparedPlaces(
                epci,
                standings,
                sites,
                TiersLieuChoice.of(epci, Stream.concat(standings.stream(), sites.stream()), rules));
    }

    Seating seating() {
        return Seating.of(epci, choice);
    }

    private static List<PlaceCandidature<JudgedRoom>> standings(List<ScoredRoom> rooms, JeuDeRegles rules) {
        return rooms.stream()
                .filter(ScoredRoom::convertible)
                .sorted(ScoredRoom.BY_ID)
                .map(room -> PlaceCandidature.of(JudgedRoom.of(room, rules), rules))
                .toList();
    }

    private static List<PlaceCandidature<JudgedSite>> sites(EpciFacts facts, JeuDeRegles rules) {
        return facts.sites().stream()
                .sorted(JudgedSite.BY_ID)
                .map(site -> PlaceCandidature.of(JudgedSite.of(site, rules), rules))
                .toList();
    }
}
