package fr.passerelle.batch.attendance;

import fr.passerelle.batch.journal.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the log is told when a record's value changes. Of a room that is not in the inventory it is told nothing: its readers forgot it. */
final class Change {

    private Change() {}

    /**
     * @param before null when the record is new
     * @param now null when it no longer holds
     * @param epcis those of the rooms in the inventory
     */
    static List<Entry> between(@Nullable Attendance before, @Nullable Attendance now, Map<String, String> epcis) {
        List<Entry> entries = new ArrayList<>(1);
        boolean stays = before != null && now != null && before.room().equals(now.room());
        if (before != null && !stays) {
            leave(before, epcis.get(before.room()), entries);
        }
        if (now != null) {
            arrive(now, stays ? before : null, epcis.get(now.room()), entries);
        }
        return entries;
    }

    private static void leave(Attendance before, @Nullable String epci, List<Entry> entries) {
        if (epci != null) {
            entries.add(Entry.room(before.room(), epci, before.withdrawn(epci)));
        }
    }

    private static void arrive(
            Attendance now, @Nullable Attendance before, @Nullable String epci, List<Entry> entries) {
        if (epci != null) {
            entries.add(Entry.room(now.room(), epci, now.recorded(epci, before, false)));
        }
    }
}
