package fr.passerelle.batch.attendance;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The EPCI of each room in the inventory: records of other rooms are known, and said to nobody. */
final class RoomEpcis {

    private RoomEpcis() {}

    static Map<String, String> load(JdbcTemplate jdbc) {
        Map<String, String> epcis = new HashMap<>();
        RowCallbackHandler add = row -> epcis.put(row.getString(1), row.getString(2));
        jdbc.query("select room_id, epci from passerelle.room", add);
        return epcis;
    }
}
