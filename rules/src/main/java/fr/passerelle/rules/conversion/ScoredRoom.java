package fr.passerelle.rules.conversion;

import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.FrequentationRules;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomOpening;
import fr.passerelle.rules.frequentation.ServedPopulation;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A room with its score: what conversion decides from.
 *
 * @throws IllegalArgumentException when the two are of different rooms
 */
public record ScoredRoom(RoomInventoried room, Frequentation frequentation) {

    /** By identifier: the order in which rooms are told. */
    public static final Comparator<ScoredRoom> BY_ID = Comparator.comparing(ScoredRoom::id);

    private static final String DEMONSTRATION = "DEMO-";

    public ScoredRoom {
        if (!room.getRoomId().equals(frequentation.getRoomId())) {
            throw new IllegalArgumentException(
                    "Room " + room.getRoomId() + " with the score of " + frequentation.getRoomId());
        }
    }

    /** Its identifier. */
    public String id() {
        return room.getRoomId();
    }

    /** Whether it comes from the demonstration data, a reconstruction. */
    public boolean demonstration() {
        return isOfTheDemonstration(id());
    }

    /** Whether a room or a site with this identifier comes from the demonstration data. */
    public static boolean isOfTheDemonstration(String id) {
        return id.startsWith(DEMONSTRATION);
    }

    /** Whether the region may propose what it becomes: one of its own, open at the as-of. Others are listed, never converted. */
    public boolean convertible() {
        return room.getGestion() == Gestion.REGION && isOpen();
    }

    /** Whether it is open at the as-of. */
    boolean isOpen() {
        return RoomOpening.isOpen(frequentation.getState());
    }

    /** Whether it may go on hosting sessions: an agreement that is unknown is none, a closing day that is announced is kept. */
    public boolean mayStayOpen() {
        return Boolean.TRUE.equals(room.getHosting().getOwnerAgreement()) && room.getClosed() == null;
    }

    /** Whether it is still a point of mediation as proposed, whatever is proposed: autonomous, and going on. */
    public boolean remains() {
        return RoomOpening.remains(room.getGestion(), frequentation.getState(), room.getClosed());
    }

    /** Every room scored as of the month, in the order of the facts. */
    public static List<ScoredRoom> of(EpciFacts facts, YearMonth asOf, JeuDeRegles rules) {
        FrequentationRules frequentation = new FrequentationRules(rules);
        Function<RoomInventoried, ServedPopulation> population = ServedPopulation.of(
                facts.epci(),
                facts.rooms().stream().map(RoomFacts::room).toList(),
                asOf,
                rules.fenetre().populationRadiusMetres());
        return facts.rooms().stream()
                .map(room -> new ScoredRoom(
                        room.room(),
                        frequentation.score(room.room(), room.register(), population.apply(room.room()), asOf)))
                .toList();
    }
}
