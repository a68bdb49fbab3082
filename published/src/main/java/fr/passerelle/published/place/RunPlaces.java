package fr.passerelle.published.place;

import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.RoomInventoried;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/**
 * The rooms and EPCIs that hold as of a run, whatever a later one has already written: as the journal had said them
 * when that run closed. As of run 0 there are none.
 */
@Component
public class RunPlaces {

    /** What a place is, as the subject of its records begins. */
    public enum Kind {
        /** An EPCI, by SIREN. */
        EPCI("epci"),
        /** A room, by identifier. */
        ROOM("room");

        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }

    private static final String AS_OF = " from passerelle.places_as_of(?, ?)";

    private final JdbcTemplate jdbc;
    private final PayloadReader payloads;

    /** Reads in the caller's transaction, where there is one. */
    public RunPlaces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.payloads = RegisteredSchemas.reader(jdbc);
    }

    /** The rooms of the inventory, by identifier. */
    public SortedMap<String, RoomInventoried> rooms(long runNo) {
        return all(Kind.ROOM, runNo, RoomInventoried.class);
    }

    /** The EPCIs, by SIREN. */
    public SortedMap<String, EpciDescribed> epcis(long runNo) {
        return all(Kind.EPCI, runNo, EpciDescribed.class);
    }

    /** The EPCI of a place, SIREN or SANS-EPCI; empty where the place is not known. */
    public Optional<String> epciOf(Kind kind, String id, long runNo) {
        return jdbc
                .query("select epci" + AS_OF + " where id = ?", (row, n) -> row.getString(1), kind.code, runNo, id)
                .stream()
                .findFirst();
    }

    /** How many places of a kind there are. */
    public long count(Kind kind, long runNo) {
        return number("select count(*)" + AS_OF, kind.code, runNo);
    }

    /** How many rooms these EPCIs have. */
    public long roomsOf(Collection<String> epcis, long runNo) {
        return number(
                "select count(*)" + AS_OF + " where epci = any(?::text[])",
                Kind.ROOM.code,
                runNo,
                epcis.toArray(String[]::new));
    }

    private <T extends SpecificRecord> SortedMap<String, T> all(Kind kind, long runNo, Class<T> type) {
        SortedMap<String, T> all = new TreeMap<>();
        RowCallbackHandler add = row -> all.put(row.getString(1), payloads.read(row.getBytes(2), row.getLong(3), type));
        jdbc.query("select id, payload, schema_fingerprint" + AS_OF, add, kind.code, runNo);
        return all;
    }

    private long number(String sql, Object... arguments) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, arguments));
    }
}
