package fr.passerelle.console.reading;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** The rooms, sites and EPCIs that hold as of a run, and the months of rooms, whatever a later one has already written. */
@Component
public class PlaceTable {

    private static final String EPCI = "epci";
    private static final String ROOM = "room";
    private static final String SITE = "site";
    private static final String AS_OF = " from passerelle.places_as_of(?, ?)";

    private static final String MONTHS =
            "select payload, schema_fingerprint from passerelle.months_as_of(?, ?) order by month";

    private final JdbcTemplate jdbc;
    private final Records records = new Records();

    PlaceTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    SortedMap<String, RoomInventoried> rooms(long runNo) {
        return all(ROOM, runNo, RoomInventoried.class);
    }

    SortedMap<String, SiteDescribed> sites(long runNo) {
        return all(SITE, runNo, SiteDescribed.class);
    }

    SortedMap<String, EpciDescribed> epcis(long runNo) {
        return all(EPCI, runNo, EpciDescribed.class);
    }

    /** How many EPCIs there are. */
    public long countEpcis(long runNo) {
        return number("select count(*)" + AS_OF, EPCI, runNo);
    }

    /** How many rooms there are. */
    public long countRooms(long runNo) {
        return number("select count(*)" + AS_OF, ROOM, runNo);
    }

    /** How many rooms these EPCIs have. */
    public long countRooms(long runNo, Collection<String> epcis) {
        return number("select count(*)" + AS_OF + " where epci = any(?)", ROOM, runNo, epcis.toArray(String[]::new));
    }

    /** The months of a room that hold lines, in order. */
    public List<MonthReported> months(String room, long runNo) {
        Map<Long, Schema> written = schemas();
        return jdbc
                .query(
                        MONTHS,
                        (row, n) -> records.decode(
                                row.getBytes(1),
                                Objects.requireNonNull(written.get(row.getLong(2))),
                                MonthReported.class),
                        room,
                        runNo)
                .stream()
                .filter(month -> !month.getLines().isEmpty())
                .toList();
    }

    private <T extends SpecificRecord> SortedMap<String, T> all(String kind, long runNo, Class<T> type) {
        Map<Long, Schema> written = schemas();
        SortedMap<String, T> all = new TreeMap<>();
        RowCallbackHandler add = row -> all.put(
                row.getString(1),
                records.decode(row.getBytes(2), Objects.requireNonNull(written.get(row.getLong(3))), type));
        jdbc.query("select id, payload, schema_fingerprint" + AS_OF, add, kind, runNo);
        return all;
    }

    /** Those that the journal was ever written with, by fingerprint. */
    private Map<Long, Schema> schemas() {
        Map<Long, Schema> schemas = new HashMap<>();
        RowCallbackHandler add = row -> schemas.put(row.getLong(1), new Schema.Parser().parse(row.getString(2)));
        jdbc.query("select fingerprint, schema from passerelle.registered_schema", add);
        return schemas;
    }

    private long number(String sql, Object... arguments) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, arguments));
    }
}
