package fr.passerelle.published.difference;

import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.ValeurChangee;
import java.util.List;

/**
 * What differs in one plan or one room.
 *
 * @param id SIREN, or identifier of the room
 * @param values conclusions first, then figures; a score comes with both its bounds, those that are equal too
 * @param causes what made it differ, the most decisive first
 */
public record ThingDiff(Type type, String id, String name, List<ValeurChangee> values, List<CauseChangement> causes) {

    /** What it is. */
    public enum Type {
        PLAN,
        ROOM
    }
}
