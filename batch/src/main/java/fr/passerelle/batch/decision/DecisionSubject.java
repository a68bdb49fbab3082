package fr.passerelle.batch.decision;

import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision is about, as the plan in force says it.
 *
 * @param room one of the plan that becomes something; null for the EPCI itself
 */
public record DecisionSubject(Plan plan, @Nullable PlanRoom room) {

    /** What a record about it is about: epci:SIREN or room:ID. */
    public String subject() {
        return room == null ? "epci:" + plan.getEpci() : "room:" + room.getRoomId();
    }

    /** What a notification names as the seat: room:ID or site:ID; null where there is none. */
    public @Nullable String seat() {
        if (room != null) {
            return room.getKind() == ConversionKind.TIERS_LIEU ? subject() : null;
        }
        Siege siege = plan.getSiege();
        return siege == null
                ? null
                : switch (siege.getKind()) {
                    case SALLE -> "room:" + siege.getId();
                    case SITE -> "site:" + siege.getId();
                };
    }

    /** Each aid that is known: aid goes to the EPCI, never to a room. */
    public List<AideNotifiee> aid() {
        return room != null
                ? List.of()
                : plan.getAid().stream()
                        .filter(line -> line.getAid() != null)
                        .map(line -> new AideNotifiee(line.getLine().name(), line.getAid()))
                        .toList();
    }

    /** What the room becomes; null for an EPCI. */
    public @Nullable String conversion() {
        return room == null || room.getKind() == null ? null : room.getKind().name();
    }
}
