package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.RoomInventoried;
import java.time.LocalDate;
import java.time.YearMonth;

/** Whether a room is open at an as-of: on the last day of that month. */
public final class Openings {

    private Openings() {}

    /** From its opening (unknown: always) until its closing (unknown: for ever). Records that say FERME do not close a room for good. */
    public static boolean isOpenAt(RoomInventoried room, YearMonth asOf) {
        LocalDate day = asOf.atEndOfMonth();
        return (room.getOpened() == null || !room.getOpened().isAfter(day))
                && (room.getClosed() == null || room.getClosed().isAfter(day));
    }
}
