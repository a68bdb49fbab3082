package fr.passerelle.published.dataset;

import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomMonths;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** The attendance of each room of each EPCI, month by month as the rules do. Memory grows with rooms and months only. */
public final class RoomRegisters {

    /** What it reads. */
    public static final List<Schema> TYPES = List.of(MonthReported.SCHEMA$, RoomWithdrawn.SCHEMA$);

    private record Key(String epci, String room) {}

    private final Map<Key, RoomMonths> rooms = new HashMap<>();

    public void take(SpecificRecord record) {
        switch (record) {
            case MonthReported it -> of(it.getEpci(), it.getRoomId()).put(it);
            case RoomWithdrawn it -> rooms.remove(new Key(it.getEpci(), it.getRoomId()));
            default -> throw new IllegalArgumentException("Not asked for: " + record.getSchema());
        }
    }

    /** A room with all that is known of its attendance. */
    RoomFacts facts(RoomInventoried room) {
        return new RoomFacts(room, of(room.getEpci(), room.getRoomId()).register());
    }

    private RoomMonths of(String epci, String room) {
        return rooms.computeIfAbsent(new Key(epci, room), key -> new RoomMonths());
    }
}
