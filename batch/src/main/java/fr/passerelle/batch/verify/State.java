package fr.passerelle.batch.verify;

import fr.passerelle.batch.journal.JournalRow;
import fr.passerelle.schemas.event.AttendanceRecorded;
import fr.passerelle.schemas.event.AttendanceWithdrawn;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.schemas.event.SiteWithdrawn;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * The state as the journal gives it: EPCIs, rooms and sites byte for byte, attendance as sums by room. The attendance of a room that left
 * the inventory stays in the table, and the log has forgotten it: it is not compared. Nor is {@code territoire}, which is told to the log
 * in part only.
 */
final class State implements JournalRows {

    private final Places epcis = new Places("epci", "epci");
    private final Places rooms = new Places("room", "room_id");
    private final Places sites = new Places("site", "site_id");
    private final Map<String, RoomSums> attendance = new TreeMap<>();

    @Override
    public void take(JournalRow row, @Nullable SpecificRecord record) {
        switch (record) {
            case EpciDescribed it -> epcis.put(it.getEpci(), it.getEpci(), row.payload());
            case RoomInventoried it -> rooms.put(it.getRoomId(), it.getEpci(), row.payload());
            case RoomWithdrawn it -> leave(it);
            case SiteDescribed it -> sites.put(it.getSiteId(), it.getEpci(), row.payload());
            case SiteWithdrawn it -> sites.leave(it.getSiteId(), it.getEpci());
            case AttendanceRecorded it -> record(it);
            case AttendanceWithdrawn it ->
                sums(it.getRoomId()).remove(AttendanceRow.of(it.getRoomId(), it.getKey(), it.getReplaces()));
            case null, default -> {}
        }
    }

    /** Compares with the tables, in the caller's transaction. */
    void compare(JdbcTemplate jdbc, RoomAttendance detail, Findings findings) {
        epcis.compare(jdbc, findings);
        rooms.compare(jdbc, findings);
        sites.compare(jdbc, findings);
        Map<String, RoomSums> found = new TreeMap<>();
        RowCallbackHandler add = row -> {
            AttendanceRow it = AttendanceRow.of(row);
            found.computeIfAbsent(it.room(), room -> new RoomSums()).add(it);
        };
        jdbc.query(AttendanceRow.ALL, add);
        TreeSet<String> all = new TreeSet<>(attendance.keySet());
        all.addAll(found.keySet());
        for (String room : all) {
            if (!sums(room).same(found.getOrDefault(room, new RoomSums()))) {
                findings.add(findings.none() ? detail.difference(room) : room);
            }
        }
    }

    /** How much it holds, in French. */
    String summary() {
        long rows = attendance.values().stream().mapToLong(RoomSums::count).sum();
        return epcis.size() + " EPCI, " + rooms.size() + " salles, " + sites.size() + " sites, " + rows + " relevés";
    }

    private void record(AttendanceRecorded it) {
        if (it.getReplaces() != null) {
            sums(it.getRoomId()).remove(AttendanceRow.of(it.getRoomId(), it.getKey(), it.getReplaces()));
        }
        sums(it.getRoomId()).add(AttendanceRow.of(it));
    }

    private void leave(RoomWithdrawn room) {
        if (rooms.leave(room.getRoomId(), room.getEpci())) {
            attendance.remove(room.getRoomId());
        }
    }

    private RoomSums sums(String room) {
        return attendance.computeIfAbsent(room, id -> new RoomSums());
    }
}
