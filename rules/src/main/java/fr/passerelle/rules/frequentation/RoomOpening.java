package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether a room is open at the as-of, and whether it remains: whoever shows rooms asks what the rules ask (RULES 4.7). */
public final class RoomOpening {

    private RoomOpening() {}

    /** Whether it is open at the as-of, by how it is scored. */
    public static boolean isOpen(FrequentationState state) {
        return state != FrequentationState.FERMEE;
    }

    /** Whether it is open and its commune's: listed, never converted. */
    public static boolean isAutonomous(Gestion gestion, FrequentationState state) {
        return gestion == Gestion.COMMUNALE_AUTONOME && isOpen(state);
    }

    /** Whether it is still a point of mediation as proposed: autonomous, and without a closing day that is announced, which is kept. */
    public static boolean remains(Gestion gestion, FrequentationState state, @Nullable LocalDate closed) {
        return isAutonomous(gestion, state) && closed == null;
    }
}
