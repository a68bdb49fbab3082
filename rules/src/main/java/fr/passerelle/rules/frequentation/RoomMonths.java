package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.MonthReported;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The months of one room as a reader of the log holds them: the latest of each, in few bytes. Mutable, not thread-safe.
 */
public final class RoomMonths {

    private final SortedMap<String, byte[]> months = new TreeMap<>();

    /** Takes a month in the place of what was known of it; one without lines takes it back. */
    public void put(MonthReported month) {
        if (month.getLines().isEmpty()) {
            months.remove(month.getMonth());
        } else {
            months.put(month.getMonth(), MonthTotals.of(month).toBytes());
        }
    }

    /** What a score reads of them. */
    public RoomRegister register() {
        return new RoomRegister(
                months.values().stream().map(MonthTotals::fromBytes).toList());
    }
}
