package fr.passerelle.rules.conversion;

import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the rooms of an EPCI become, and where its tiers lieu would be.
 *
 * @param besoin level of need of the EPCI
 * @param list one for each open room of the region, by room identifier
 * @param seating the seat of its tiers lieu, and how it was found
 * @param flags stable codes of what is shown and never decides
 * @param trace the rules tried on the EPCI, its sites, and the rooms that are no one's to convert
 */
public record Conversions(
        Besoin besoin, List<Conversion> list, Seating seating, List<String> flags, List<RegleEssayee> trace) {

    /** Flag of a plan: need is high where use is low, so that a human has to look. */
    public static final String HUMAN_EXAMINATION = "EXAMEN_HUMAIN";

    /**
     * All the places of one EPCI.
     *
     * @param facts an EPCI that something is known of
     * @param rooms its rooms, in any order, scored as of the same month: open, closed and autonomous
     * @throws NullPointerException when nothing is known of the EPCI
     */
    public static Conversions of(EpciFacts facts, List<ScoredRoom> rooms, YearMonth asOf, JeuDeRegles rules) {
        ComparedPlaces compared = ComparedPlaces.of(facts, rooms, rules);
        EpciDescribed epci = compared.epci();
        Need need = Need.of(epci, rules.besoin());
        ConversionWriter writer = new ConversionWriter(epci, need.level(), asOf, rules, compared.choice());
        List<Conversion> list = compared.rooms().stream()
                .map(compared.choice()::concluded)
                .map(need::examined)
                .map(writer::write)
                .toList();
        new SharedHosts(rules.conversion().maxSessionsAMonth()).addUp(list);
        return new Conversions(need.level(), list, compared.seating(), flags(list), trace(need, rooms, compared));
    }

    private static List<String> flags(List<Conversion> list) {
        return list.stream()
                        .anyMatch(room -> room.getReasons().contains(ProposalReason.BESOIN_ELEVE_USAGE_FAIBLE.name()))
                ? List.of(HUMAN_EXAMINATION)
                : List.of();
    }

    private static List<RegleEssayee> trace(Need need, List<ScoredRoom> rooms, ComparedPlaces compared) {
        return Stream.of(
                        Stream.of(need.step()),
                        rooms.stream()
                                .filter(room -> !room.convertible())
                                .sorted(ScoredRoom.BY_ID)
                                .map(Conversions::listed),
                        compared.sites().stream().flatMap(site -> site.trace().stream()),
                        compared.choice().trace(compared.epci()).stream())
                .flatMap(steps -> steps)
                .toList();
    }

    private static RegleEssayee listed(ScoredRoom room) {
        return Steps.decided(
                Rule.SALLES_DE_LA_REGION,
                Steps.room(room.id()),
                Finding.LISTEE.name(),
                Steps.text("gestion", room.room().getGestion().name(), Unite.CODE),
                Steps.text("etat", room.frequentation().getState().name(), Unite.CODE));
    }

    /** The conversion of a room; empty for one that is closed or autonomous. */
    public Optional<Conversion> of(String roomId) {
        return list.stream()
                .filter(conversion -> conversion.getRoomId().equals(roomId))
                .findFirst();
    }
}
