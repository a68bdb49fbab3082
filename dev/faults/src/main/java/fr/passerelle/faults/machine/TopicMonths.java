package fr.passerelle.faults.machine;

import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.RoomWithdrawn;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** How many lines the latest record of each month of a room has, as a reader of one partition folds them. */
final class TopicMonths {

    private final Map<String, Map<String, Long>> rooms = new TreeMap<>();

    void take(SpecificRecord record) {
        switch (record) {
            case MonthReported month ->
                rooms.computeIfAbsent(month.getEpci() + " " + month.getRoomId(), room -> new TreeMap<>())
                        .put(month.getRoomId() + " " + month.getMonth(), (long)
                                month.getLines().size());
            case RoomWithdrawn room -> rooms.remove(room.getEpci() + " " + room.getRoomId());
            default -> {}
        }
    }

    /** Months that hold something. */
    Map<String, Long> lines() {
        Map<String, Long> lines = new TreeMap<>();
        rooms.values().forEach(lines::putAll);
        lines.values().removeIf(count -> count == 0);
        return lines;
    }
}
