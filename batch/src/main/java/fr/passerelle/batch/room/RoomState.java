package fr.passerelle.batch.room;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The rooms that are known. */
final class RoomState {

    private static final String UPSERT = """
        insert into passerelle.room (room_id, epci, payload) values (?, ?, ?)
        on conflict (room_id) do update set epci = excluded.epci, payload = excluded.payload\
        """;
    private static final String WITH_HISTORY = """
        select room from unnest(?::text[]) as asked (room)
        where exists (select from passerelle.attendance a where a.room_id = asked.room)\
        """;

    private final JdbcTemplate jdbc;

    RoomState(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    Map<String, KnownRoom> known() {
        Map<String, KnownRoom> known = new TreeMap<>();
        RowCallbackHandler add = row -> known.put(row.getString(1), new KnownRoom(row.getString(2), row.getBytes(3)));
        jdbc.query("select room_id, epci, payload from passerelle.room", add);
        return known;
    }

    /** Those of these rooms that have attendance. */
    Set<String> withHistory(Collection<String> rooms) {
        return new HashSet<>(jdbc.queryForList(WITH_HISTORY, String.class, (Object) rooms.toArray(String[]::new)));
    }

    void put(Map<String, KnownRoom> rooms) {
        jdbc.batchUpdate(
                UPSERT,
                rooms.entrySet().stream()
                        .map(e -> new Object[] {
                            e.getKey(), e.getValue().epci(), e.getValue().payload()
                        })
                        .toList());
    }

    void remove(Collection<String> rooms) {
        jdbc.update(
                "delete from passerelle.room where room_id = any(?::text[])", (Object) rooms.toArray(String[]::new));
    }
}
