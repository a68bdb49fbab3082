package fr.passerelle.console.map;

import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place of a plan with its mark.
 *
 * @param id of the room or site
 * @param name as people call it
 * @param insee of its commune
 */
public record MarkedPlace(String id, String name, String insee, Mark mark) {

    /** Those of a plan: the seats, then its other rooms by identifier. */
    public static List<MarkedPlace> of(Plan plan) {
        Stream<MarkedPlace> seats = Stream.concat(
                Stream.ofNullable(plan.getSiege()).map(seat -> of(seat, Mark.TIERS_LIEU)),
                plan.getExAequo().stream().map(seat -> of(seat, Mark.EX_AEQUO)));
        Stream<MarkedPlace> rooms = plan.getRooms().stream()
                .filter(room -> !isSeat(room.getRoomId(), plan))
                .map(room -> new MarkedPlace(room.getRoomId(), room.getName(), room.getInsee(), of(room)));
        return Stream.concat(seats, rooms).toList();
    }

    /** What is proposed for a room that is no seat. */
    private static Mark of(PlanRoom room) {
        return switch (room.getCandidature()) {
            case null -> Mark.AUCUNE;
            case A_INSTRUIRE -> Mark.A_INSTRUIRE;
            case DONNEES_INSUFFISANTES -> Mark.DONNEES_INSUFFISANTES;
            case RETENUE, EX_AEQUO, CANDIDATE, SOUS_LE_SEUIL, FONCTIONS_INSUFFISANTES, REFUS_PROPRIETAIRE ->
                Mark.ETAPE_NOMADE;
        };
    }

    private static boolean isSeat(String roomId, Plan plan) {
        return Stream.concat(Stream.ofNullable(plan.getSiege()), plan.getExAequo().stream())
                .anyMatch(seat -> is(roomId, seat));
    }

    private static boolean is(String roomId, @Nullable Siege seat) {
        return seat != null && seat.getId().equals(roomId);
    }

    private static MarkedPlace of(Siege seat, Mark mark) {
        return new MarkedPlace(seat.getId(), seat.getName(), seat.getInsee(), mark);
    }
}
