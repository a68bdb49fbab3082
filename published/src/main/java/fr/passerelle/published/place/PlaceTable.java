package fr.passerelle.published.place;

import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rooms, sites and EPCIs that hold as of a run, what was asked for in these, and the months of rooms, whatever a later one has already written: as the journal had said
 * them when that run closed. As of run 0 there are none.
 */
@Component
public class PlaceTable {

    /** What a place is, as the subject of its records begins. */
    public enum Kind {
        /** An EPCI, by SIREN. */
        EPCI,
        /** A room, by identifier. */
        ROOM,
        /** Another place that could be a seat, by identifier. */
        SITE,
        /** What was asked for in an EPCI, by SIREN. */
        NEEDS
    }

    private static final String AS_OF = " from passerelle.places_as_of(:kind, :run)";
    private static final String DESCRIBED = """
        select id from (
            select distinct on (id) id, seq from passerelle.place_version
            where kind = 'epci' and run_no <= :run
            order by id, seq desc) as latest
        order by seq\
        """;
    private static final String MONTHS =
            "select payload, schema_fingerprint from passerelle.months_as_of(:room, :run) order by month";

    private final JdbcClient jdbc;
    private final PayloadReader payloads;

    /** Reads in the caller's transaction, where there is one. */
    public PlaceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.payloads = RegisteredSchemas.reader(jdbc);
    }

    /** The rooms of the inventory, by identifier. */
    public SortedMap<String, RoomInventoried> rooms(long runNo) {
        return all(Kind.ROOM, runNo, RoomInventoried.class);
    }

    /** The sites, by identifier. */
    public SortedMap<String, SiteDescribed> sites(long runNo) {
        return all(Kind.SITE, runNo, SiteDescribed.class);
    }

    /** The EPCIs, by SIREN. */
    public SortedMap<String, EpciDescribed> epcis(long runNo) {
        return all(Kind.EPCI, runNo, EpciDescribed.class);
    }

    /** Their SIRENs in the order of the log: of two that tell of one commune, since one of them is no more, the later holds. */
    public List<String> described(long runNo) {
        return jdbc.sql(DESCRIBED)
                .param("run", runNo)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** How people call all of them. */
    public PlaceNames names(long runNo) {
        return new PlaceNames(
                named(epcis(runNo), EpciDescribed::getName),
                named(rooms(runNo), RoomInventoried::getName),
                named(sites(runNo), SiteDescribed::getName));
    }

    private static <T> Map<String, String> named(Map<String, T> places, Function<T, String> name) {
        return places.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, place -> name.apply(place.getValue())));
    }

    /** The EPCI of a place, SIREN or SANS-EPCI; empty where the place is not known. */
    public Optional<String> epciOf(Kind kind, String id, long runNo) {
        return asOf("select epci" + AS_OF + " where id = :id", kind, runNo)
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** INSEE code of the commune of {@code room:ID} or {@code site:ID}; empty where that is not known, or neither. */
    public Optional<String> commune(String subject, long runNo) {
        String id = subject.substring(subject.indexOf(':') + 1);
        return switch (subject.substring(0, Math.max(0, subject.indexOf(':')))) {
            case "room" -> one(Kind.ROOM, id, runNo, RoomInventoried.class).map(RoomInventoried::getInsee);
            case "site" -> one(Kind.SITE, id, runNo, SiteDescribed.class).map(SiteDescribed::getInsee);
            default -> Optional.empty();
        };
    }

    /** How many places of a kind there are. */
    public long count(Kind kind, long runNo) {
        return asOf("select count(*)" + AS_OF, kind, runNo).query(Long.class).single();
    }

    /** How many rooms these EPCIs have. */
    public long countRooms(Collection<String> epcis, long runNo) {
        return asOf("select count(*)" + AS_OF + " where epci = any(:epcis)", Kind.ROOM, runNo)
                .param("epcis", epcis.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** The months of a room that hold lines, in order. */
    public List<MonthReported> months(String room, long runNo) {
        return jdbc
                .sql(MONTHS)
                .param("room", room)
                .param("run", runNo)
                .query((row, n) -> payloads.read(row.getBytes(1), row.getLong(2), MonthReported.class))
                .list()
                .stream()
                .filter(month -> !month.getLines().isEmpty())
                .toList();
    }

    /** What was asked for in an EPCI, in the order of the log; nothing where nobody said. */
    public List<Demande> needs(String epci, long runNo) {
        return one(Kind.NEEDS, epci, runNo, NeedsReported.class)
                .map(NeedsReported::getDemandes)
                .orElse(List.of());
    }

    /** What was reported as asked for, of every EPCI of which something was, by SIREN. */
    public SortedMap<String, NeedsReported> needs(long runNo) {
        return all(Kind.NEEDS, runNo, NeedsReported.class);
    }

    private <T extends SpecificRecord> Optional<T> one(Kind kind, String id, long runNo, Class<T> type) {
        return asOf("select payload, schema_fingerprint" + AS_OF + " where id = :id", kind, runNo)
                .param("id", id)
                .query((row, n) -> payloads.read(row.getBytes(1), row.getLong(2), type))
                .optional();
    }

    private <T extends SpecificRecord> SortedMap<String, T> all(Kind kind, long runNo, Class<T> type) {
        SortedMap<String, T> all = new TreeMap<>();
        RowCallbackHandler add = row -> all.put(row.getString(1), payloads.read(row.getBytes(2), row.getLong(3), type));
        asOf("select id, payload, schema_fingerprint" + AS_OF, kind, runNo).query(add);
        return all;
    }

    private JdbcClient.StatementSpec asOf(String sql, Kind kind, long runNo) {
        return jdbc.sql(sql).param("kind", kind.name().toLowerCase(Locale.ROOT)).param("run", runNo);
    }

    /** How people call places, by SIREN or identifier: each name stands beside it, which alone would tell nobody anything. */
    public record PlaceNames(Map<String, String> epcis, Map<String, String> rooms, Map<String, String> sites) {

        /** Where nothing is to be named. */
        public static final PlaceNames NONE = new PlaceNames(Map.of(), Map.of(), Map.of());

        /** These, and those of before for what is no longer there. */
        public PlaceNames over(PlaceNames before) {
            return new PlaceNames(
                    merged(epcis, before.epcis), merged(rooms, before.rooms), merged(sites, before.sites));
        }

        private static Map<String, String> merged(Map<String, String> now, Map<String, String> before) {
            Map<String, String> all = new HashMap<>(before);
            all.putAll(now);
            return all;
        }

        /** « CC de l'Omois (200000001) »; the SIREN alone where nothing is known of it. */
        public String epci(String siren) {
            return named(epcis, siren);
        }

        /** « Salle du bourg (02-1) »; the identifier alone where the inventory does not hold it. */
        public String room(String id) {
            return named(rooms, id);
        }

        /** A room, a site or an EPCI, by its identifier alone; what names none stays as it is. */
        public String place(String id) {
            return rooms.containsKey(id) ? room(id) : sites.containsKey(id) ? named(sites, id) : epci(id);
        }

        /** What a record is about, such as {@code room:02-1}, in the same form. */
        public String subject(String subject) {
            String id = subject.substring(subject.indexOf(':') + 1);
            return subject.startsWith("epci:") || subject.startsWith("needs:")
                    ? epci(id)
                    : subject.startsWith("site:") ? named(sites, id) : room(id);
        }

        private static String named(Map<String, String> names, String id) {
            String name = names.get(id);
            return name == null ? id : name + " (" + id + ")";
        }
    }
}
