package fr.passerelle.batch.decision;

import fr.passerelle.published.decision.KnownDecision;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;

/**
 * A decision that was just recorded.
 *
 * @param plan in force, that it or its room is of
 */
public record DecisionReceipt(KnownDecision known, Plan plan) {

    /** Name of the EPCI or of the room that it is about. */
    public String name() {
        String subject = known.decision().getSubject();
        return plan.getRooms().stream()
                .filter(room -> subject.equals("room:" + room.getRoomId()))
                .map(PlanRoom::getName)
                .findFirst()
                .orElse(plan.getName());
    }
}
