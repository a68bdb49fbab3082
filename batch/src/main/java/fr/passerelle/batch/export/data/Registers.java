package fr.passerelle.batch.export.data;

import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomRegister;
import fr.passerelle.schemas.event.AttendanceRecorded;
import fr.passerelle.schemas.event.AttendanceWithdrawn;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** The attendance of each room of each EPCI, folded record by record as the rules do. Memory grows with rooms and months only. */
final class Registers {

    /** What it reads. */
    static final List<Schema> TYPES =
            List.of(AttendanceRecorded.SCHEMA$, AttendanceWithdrawn.SCHEMA$, RoomWithdrawn.SCHEMA$);

    private record Key(String epci, String room) {}

    private final Map<Key, RoomRegister> registers = new HashMap<>();

    void take(SpecificRecord record) {
        switch (record) {
            case AttendanceRecorded it -> of(it.getEpci(), it.getRoomId()).record(it);
            case AttendanceWithdrawn it -> of(it.getEpci(), it.getRoomId()).withdraw(it);
            case RoomWithdrawn it -> registers.remove(new Key(it.getEpci(), it.getRoomId()));
            default -> throw new IllegalArgumentException("Not asked for: " + record.getSchema());
        }
    }

    /** A room with all that is known of its attendance. */
    RoomFacts facts(RoomInventoried room) {
        return new RoomFacts(room, of(room.getEpci(), room.getRoomId()));
    }

    private RoomRegister of(String epci, String room) {
        return registers.computeIfAbsent(new Key(epci, room), key -> new RoomRegister());
    }
}
