package fr.passerelle.batch.room;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The rooms, or the sites, that are known. */
final class PlaceState {

    /** The statements of one table. */
    enum Table {
        ROOM(
                "select room_id, epci, payload, schema_fingerprint from passerelle.room",
                """
                insert into passerelle.room (room_id, epci, payload, schema_fingerprint) values (?, ?, ?, ?)
                on conflict (room_id) do update
                set epci = excluded.epci, payload = excluded.payload, schema_fingerprint = excluded.schema_fingerprint\
                """,
                "delete from passerelle.room where room_id = any(?::text[])",
                "select site_id from passerelle.site"),
        SITE(
                "select site_id, epci, payload, schema_fingerprint from passerelle.site",
                """
                insert into passerelle.site (site_id, epci, payload, schema_fingerprint) values (?, ?, ?, ?)
                on conflict (site_id) do update
                set epci = excluded.epci, payload = excluded.payload, schema_fingerprint = excluded.schema_fingerprint\
                """,
                "delete from passerelle.site where site_id = any(?::text[])",
                "select room_id from passerelle.room");

        private final String select;
        private final String upsert;
        private final String delete;
        private final String others;

        Table(String select, String upsert, String delete, String others) {
            this.select = select;
            this.upsert = upsert;
            this.delete = delete;
            this.others = others;
        }
    }

    private final JdbcTemplate jdbc;
    private final Table table;

    PlaceState(DataSource dataSource, Table table) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.table = table;
    }

    Map<String, StoredPlace> known() {
        Map<String, StoredPlace> known = new TreeMap<>();
        RowCallbackHandler add =
                row -> known.put(row.getString(1), new StoredPlace(row.getString(2), row.getBytes(3), row.getLong(4)));
        jdbc.query(table.select, add);
        return known;
    }

    /** The identifiers that places of the other kind have. */
    Set<String> others() {
        return Set.copyOf(jdbc.queryForList(table.others, String.class));
    }

    void put(Map<String, StoredPlace> places) {
        jdbc.batchUpdate(
                table.upsert,
                places.entrySet().stream()
                        .map(e -> new Object[] {
                            e.getKey(),
                            e.getValue().epci(),
                            e.getValue().payload(),
                            e.getValue().fingerprint()
                        })
                        .toList());
    }

    void remove(Collection<String> ids) {
        jdbc.update(table.delete, (Object) ids.toArray(String[]::new));
    }
}
