package fr.passerelle.published.place;

import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.JdbcTemplate;
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
    private final PayloadReader payloads;

    public PlaceTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.payloads = RegisteredSchemas.reader(jdbc);
    }

    public SortedMap<String, RoomInventoried> rooms(long runNo) {
        return all(ROOM, runNo, RoomInventoried.class);
    }

    public SortedMap<String, SiteDescribed> sites(long runNo) {
        return all(SITE, runNo, SiteDescribed.class);
    }

    public SortedMap<String, EpciDescribed> epcis(long runNo) {
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
        return jdbc
                .query(
                        MONTHS,
                        (row, n) -> payloads.read(row.getBytes(1), row.getLong(2), MonthReported.class),
                        room,
                        runNo)
                .stream()
                .filter(month -> !month.getLines().isEmpty())
                .toList();
    }

    private <T extends SpecificRecord> SortedMap<String, T> all(String kind, long runNo, Class<T> type) {
        SortedMap<String, T> all = new TreeMap<>();
        jdbc.query(
                        "select id, payload, schema_fingerprint" + AS_OF,
                        (row, n) -> Map.entry(row.getString(1), payloads.read(row.getBytes(2), row.getLong(3), type)),
                        kind,
                        runNo)
                .forEach(place -> all.put(place.getKey(), place.getValue()));
        return all;
    }

    private long number(String sql, Object... arguments) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, arguments));
    }
}
