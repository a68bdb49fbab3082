package fr.passerelle.published.result;

import java.time.YearMonth;
import java.util.List;

/**
 * What an EPCI is asked to return.
 *
 * @param epci SIREN, or SANS-EPCI
 * @param name of the EPCI; that code again where it is not known
 * @param rooms those with months to return, by name
 */
public record Reminder(String epci, String name, List<MissingRoom> rooms) {

    /**
     * A room with months that were not returned.
     *
     * @param months in order, at least one
     */
    public record MissingRoom(String id, String name, List<YearMonth> months) {}

    /** How many months of rooms are asked for. */
    public int months() {
        return rooms.stream().mapToInt(room -> room.months().size()).sum();
    }
}
