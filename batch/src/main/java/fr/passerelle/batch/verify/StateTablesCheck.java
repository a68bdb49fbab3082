package fr.passerelle.batch.verify;

import fr.passerelle.batch.attendance.AttendanceMonths;
import fr.passerelle.batch.check.Findings;
import fr.passerelle.batch.check.JournalReader.JournalRows;
import fr.passerelle.batch.check.PayloadTableCheck;
import fr.passerelle.journal.JournalRow;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.schemas.event.SiteWithdrawn;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The state as the journal gives it: EPCIs, their needs, rooms, sites and months byte for byte. The attendance of a room that left the inventory stays
 * in the tables, and the log has forgotten it: it is not compared. Nor is {@code territoire}, which is told to the log in part only.
 */
final class StateTablesCheck implements JournalRows {

    private final PayloadTableCheck epcis = new PayloadTableCheck("epci", "epci");
    private final PayloadTableCheck needs = new PayloadTableCheck("needs", "epci");
    private final PayloadTableCheck rooms = new PayloadTableCheck("room", "room_id");
    private final PayloadTableCheck sites = new PayloadTableCheck("site", "site_id");
    private final AttendanceCheck months;

    StateTablesCheck(Records records, PayloadReader payloads) {
        this.months = new AttendanceCheck(records, payloads);
    }

    @Override
    public void take(JournalRow row, @Nullable SpecificRecord record) {
        switch (record) {
            case EpciDescribed it -> epcis.put(it.getEpci(), it.getEpci(), row);
            case NeedsReported it -> needs.put(it.getEpci(), it.getEpci(), row);
            case RoomInventoried it -> rooms.put(it.getRoomId(), it.getEpci(), row);
            case RoomWithdrawn it -> leave(it);
            case SiteDescribed it -> sites.put(it.getSiteId(), it.getEpci(), row);
            case SiteWithdrawn it -> sites.leave(it.getSiteId(), it.getEpci());
            case MonthReported it -> months.put(it);
            case null, default -> {}
        }
    }

    /** Compares with the tables, in the caller's transaction. */
    void compare(JdbcClient jdbc, AttendanceMonths attendance, Findings findings) {
        epcis.compare(jdbc, findings);
        needs.compare(jdbc, findings);
        rooms.compare(jdbc, findings);
        sites.compare(jdbc, findings);
        months.compare(jdbc, attendance, findings);
    }

    /** How much it holds, in French. */
    String summary() {
        return epcis.size() + " EPCI, " + rooms.size() + " salles, " + sites.size() + " sites, " + months.lines()
                + " relevés";
    }

    private void leave(RoomWithdrawn room) {
        if (rooms.leave(room.getRoomId(), room.getEpci())) {
            months.forget(room.getRoomId());
        }
    }
}
