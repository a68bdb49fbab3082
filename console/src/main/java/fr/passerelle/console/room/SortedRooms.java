package fr.passerelle.console.room;

import fr.passerelle.console.room.RoomRow.RoomRows;
import fr.passerelle.published.current.PublishedResults;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rooms of a run in each order that was ever asked for: comparing French words is the slowest of all that a list does. */
final class SortedRooms {

    private final List<RoomRow> rows;
    private final Map<Asked, List<RoomRow>> sorted = new ConcurrentHashMap<>();

    SortedRooms(List<RoomRow> rows) {
        this.rows = rows;
    }

    private record Asked(RoomOrder order, boolean descending) {}

    static SortedRooms of(PublishedResults published) {
        return new SortedRooms(RoomRows.of(published));
    }

    /** All of them, by identifier. */
    List<RoomRow> rows() {
        return rows;
    }

    /** All of them in this order. */
    List<RoomRow> by(RoomOrder order, boolean descending) {
        return sorted.computeIfAbsent(
                new Asked(order, descending), asked -> asked.order().sorted(rows, asked.descending()));
    }
}
