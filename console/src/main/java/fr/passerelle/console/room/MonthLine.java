package fr.passerelle.console.room;

import fr.passerelle.rules.frequentation.RoomMonth;
import org.jspecify.annotations.Nullable;

/**
 * A month of a room, as its table and its picture show it.
 *
 * @param month YYYY-MM
 * @param counted whether the window of the score holds it
 * @param copied whether it is one of those that say the same as the months beside them
 * @param breaks whether from it on the room is counted on another scale
 */
record MonthLine(
        String month,
        RoomMonth.State state,
        @Nullable Long presences,
        @Nullable Long sessions,
        @Nullable Long scolaires,
        boolean counted,
        boolean spread,
        boolean copied,
        boolean breaks) {}
