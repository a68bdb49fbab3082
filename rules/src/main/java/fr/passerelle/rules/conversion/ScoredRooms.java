package fr.passerelle.rules.conversion;

import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.FrequentationRules;
import fr.passerelle.rules.frequentation.Population;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.ServedPopulation;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.EpciDescribed;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The rooms of an EPCI with their scores. */
public final class ScoredRooms {

    private ScoredRooms() {}

    /** Every room scored as of the month, in the order of the facts. */
    public static List<ScoredRoom> of(EpciFacts facts, YearMonth asOf, JeuDeRegles rules) {
        FrequentationRules frequentation = new FrequentationRules(rules);
        Optional<Population> population =
                Optional.ofNullable(facts.epci()).map(epci -> population(epci, facts.rooms(), asOf, rules));
        return facts.rooms().stream()
                .map(room -> new ScoredRoom(
                        room.room(),
                        frequentation.score(
                                room.room(),
                                room.register(),
                                population
                                        .map(all -> all.servedBy(room.room()))
                                        .orElseGet(() -> ServedPopulation.nobody(room.room())),
                                asOf)))
                .toList();
    }

    private static Population population(EpciDescribed epci, List<RoomFacts> rooms, YearMonth asOf, JeuDeRegles rules) {
        return Population.of(
                epci,
                rooms.stream().map(RoomFacts::room).toList(),
                asOf,
                rules.fenetre().populationRadiusMetres());
    }
}
