package fr.passerelle.batch.room;

import fr.passerelle.batch.attendance.DueMonths;
import fr.passerelle.batch.reject.Rejects;
import fr.passerelle.journal.Journal;
import fr.passerelle.journal.Journal.JournalEntry;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawal;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.schemas.event.SiteWithdrawn;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Snapshot;
import fr.passerelle.sources.Snapshot.Resolved;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.territory.ReferenceFacts;
import fr.passerelle.sources.territory.Rooms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Imports a snapshot of rooms or of sites, in one transaction of the caller's. A place that is no longer in it is withdrawn; one whose EPCI
 * changed leaves the one and arrives in the other. A place that the file does not tell of anew, since there is no file or its row was
 * refused, stays as it is known, but follows its commune where the facts have it in another EPCI: a merger moves all that stands on its
 * ground.
 */
public final class PlaceFile<T extends SpecificRecord> {

    private static final int PERCENT = 100;

    private final JdbcTemplate jdbc;
    private final Journal journal;
    private final Records records;
    private final ReferenceFacts facts;
    private final PayloadReader payloads;
    private final Rejects rows;
    private final Kind<T> kind;
    private final int maxWithdrawal;

    /**
     * What is particular to rooms, or to sites: the table in which they are known, keyed by {@code TABLE_id} and so named in the journal, and
     * that of the other kind; the INSEE code of a commune and the SIREN of an EPCI, or SANS-EPCI; the column of the file that identifies a row.
     *
     * @param at the same place under the code that its commune has today, and in its EPCI
     * @param taken what is said of a row whose identifier a place of the other kind has: it would be that place under another name
     * @param always how many may leave whatever their share: of three sites, one is a third
     * @param leaving what the journal is told of a place that leaves its EPCI, for another or, where that is null, for good
     * @param arrive told of places that are new or come from another EPCI, by id, before the journal is
     */
    private record Kind<T>(
            Class<T> type,
            String table,
            String others,
            Function<T, String> insee,
            Function<T, String> epci,
            BiFunction<T, ReferenceFacts.Resolution.Known, T> at,
            TableSchema schema,
            String id,
            String taken,
            Function<Cells, Resolved<T>> resolve,
            String plural,
            int always,
            BiFunction<T, @Nullable String, SpecificRecord> leaving,
            Consumer<List<String>> arrive) {}

    /** A room or a site as the state has it: Avro bytes of its record, and the fingerprint of the schema that wrote them. */
    @SuppressWarnings("ArrayRecordComponent") // read from the database, compared, never shared
    private record StoredPlace(String epci, byte[] payload, long fingerprint) {}

    /**
     * What a run changes to the places that are known: those that are new or different, by id, and as the state will hold them.
     *
     * @param gone those that are no longer in the file; one that is there in a refused row is not gone, and where a refused row does not even
     *     say what it is about, none is
     */
    private record PlaceChanges<T>(
            Map<String, T> put,
            Map<String, StoredPlace> encoded,
            List<String> gone,
            Map<String, StoredPlace> known,
            Snapshot<T> file) {

        boolean moves(String id) {
            StoredPlace before = known.get(id);
            StoredPlace now = encoded.get(id);
            return before != null && now != null && !before.epci().equals(now.epci());
        }

        StoredPlace before(String id) {
            return Objects.requireNonNull(known.get(id));
        }
    }

    private PlaceFile(
            DataSource dataSource,
            Journal journal,
            Records records,
            ReferenceFacts facts,
            Kind<T> kind,
            int maxWithdrawal) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.journal = journal;
        this.records = records;
        this.facts = facts;
        this.payloads = RegisteredSchemas.reader(JdbcClient.create(dataSource));
        this.rows = new Rejects(dataSource, kind.schema());
        this.kind = kind;
        this.maxWithdrawal = maxWithdrawal;
    }

    /**
     * The inventory of rooms. A room that is withdrawn is CLOSED when it had said its closing day, else GONE; one that arrives does so with all
     * its months, which the run tells later. The attendance of a withdrawn room stays in the state, although its readers forget it with the
     * room: should the room come back, it arrives with its months in the same way.
     *
     * @param maxWithdrawal greatest share of the known rooms that an inventory may withdraw, percent; moves do not count
     */
    public static PlaceFile<RoomInventoried> rooms(
            DataSource dataSource, Journal journal, Records records, ReferenceFacts facts, int maxWithdrawal) {
        Kind<RoomInventoried> kind = new Kind<>(
                RoomInventoried.class,
                "room",
                "site",
                RoomInventoried::getInsee,
                RoomInventoried::getEpci,
                (room, known) -> RoomInventoried.newBuilder(room)
                        .setInsee(known.commune().getInsee())
                        .setEpci(known.epci())
                        .build(),
                TableSchema.SALLES,
                Rooms.ID,
                "Un site connu a cet identifiant : donnez-en un autre à la salle, ou retirez d'abord le site si"
                        + " c'est elle.",
                new Rooms(facts)::resolve,
                "salles connues",
                0,
                PlaceFile::withdrawn,
                new DueMonths(dataSource)::arrived);
        return new PlaceFile<>(dataSource, journal, records, facts, kind, maxWithdrawal);
    }

    private static RoomWithdrawn withdrawn(RoomInventoried room, @Nullable String to) {
        RoomWithdrawal why = to != null
                ? RoomWithdrawal.MOVED
                : room.getClosed() == null ? RoomWithdrawal.GONE : RoomWithdrawal.CLOSED;
        return new RoomWithdrawn(room.getRoomId(), room.getEpci(), why, to);
    }

    /** The file of sites, which may withdraw so many percent of those known at most; one site may always leave. */
    public static PlaceFile<SiteDescribed> sites(
            DataSource dataSource, Journal journal, Records records, ReferenceFacts facts, int maxWithdrawal) {
        Kind<SiteDescribed> kind = new Kind<>(
                SiteDescribed.class,
                "site",
                "room",
                SiteDescribed::getInsee,
                SiteDescribed::getEpci,
                (site, known) -> SiteDescribed.newBuilder(site)
                        .setInsee(known.commune().getInsee())
                        .setEpci(known.epci())
                        .build(),
                TableSchema.SITES,
                Rooms.SITE,
                "Une salle de l'inventaire a cet identifiant : donnez-en un autre au site, ou retirez-le si"
                        + " c'est elle.",
                new Rooms(facts)::site,
                "sites connus",
                1,
                (site, to) -> new SiteWithdrawn(site.getSiteId(), site.getEpci()),
                arrived -> {});
        return new PlaceFile<>(dataSource, journal, records, facts, kind, maxWithdrawal);
    }

    /** Refuses a file that withdraws too many places, as an UnusableFile; writes nothing. To be called before a run opens. */
    public void check(InputFile file) {
        change(file);
    }

    /** Appends what changed, unless {@link #check} refuses it; answers what became of the file's rows. What only followed its commune is none. */
    public Counts run(long runNo, InputFile file) {
        PlaceChanges<T> change = change(file);
        write(runNo, change);
        return rows.keep(runNo, change.file(), (id, place) -> change.put().containsKey(id));
    }

    /** Without a file: appends the moves of the places whose commune has another EPCI. */
    public void follow(long runNo) {
        write(runNo, between(known(), Snapshot.nothingTold()));
    }

    /** A place as the state has it. */
    private T read(StoredPlace place) {
        return payloads.read(place.payload(), place.fingerprint(), kind.type());
    }

    private PlaceChanges<T> change(InputFile file) {
        Set<String> others = Set.copyOf(
                jdbc.queryForList("select %1$s_id from passerelle.%1$s".formatted(kind.others()), String.class));
        PlaceChanges<T> change = between(
                known(),
                Snapshot.read(
                        file,
                        kind.schema(),
                        kind.id(),
                        cells -> others.contains(cells.required(kind.id()))
                                ? new Resolved.Impossible<>(kind.id(), RejectReason.DOUBLON, kind.taken())
                                : kind.resolve().apply(cells)));
        requireFew(file, change);
        return change;
    }

    /** A file that withdraws too much is more likely cut short than true. */
    private void requireFew(InputFile file, PlaceChanges<T> change) {
        int known = change.known().size();
        int gone = change.gone().size();
        if (gone > kind.always() && (long) gone * PERCENT > (long) known * maxWithdrawal) {
            throw new UnusableFile(
                    "Le fichier « %s » retirerait %d des %d %s, plus que les %d %% permis : vérifiez qu'il est complet, ou relevez la limite (passerelle.max-withdrawal)."
                            .formatted(file.name(), gone, known, kind.plural(), maxWithdrawal));
        }
    }

    private PlaceChanges<T> between(Map<String, StoredPlace> known, Snapshot<T> file) {
        PlaceChanges<T> change = new PlaceChanges<>(
                new TreeMap<>(),
                new TreeMap<>(),
                known.keySet().stream().filter(id -> !file.mayHold(id)).toList(),
                known,
                file);
        known.forEach((id, place) -> {
            if (file.mayHold(id) && !file.values().containsKey(id)) {
                compare(id, followed(read(place)), change);
            }
        });
        file.values().forEach((id, place) -> compare(id, place, change));
        return change;
    }

    private void compare(String id, T place, PlaceChanges<T> change) {
        byte[] now = records.encode(place);
        StoredPlace before = change.known().get(id);
        if (before == null
                || !Arrays.equals(payloads.today(before.payload(), before.fingerprint(), kind.type()), now)) {
            change.put().put(id, place);
            change.encoded().put(id, new StoredPlace(kind.epci().apply(place), now, records.fingerprint(place)));
        }
    }

    /** Where the facts do not know its commune any more, nothing says that it moved. */
    private T followed(T place) {
        return facts.resolve(kind.insee().apply(place)) instanceof ReferenceFacts.Resolution.Known known
                ? kind.at().apply(place, known)
                : place;
    }

    private Map<String, StoredPlace> known() {
        Map<String, StoredPlace> known = new TreeMap<>();
        RowCallbackHandler add =
                row -> known.put(row.getString(1), new StoredPlace(row.getString(2), row.getBytes(3), row.getLong(4)));
        jdbc.query(
                "select %1$s_id, epci, payload, schema_fingerprint from passerelle.%1$s".formatted(kind.table()), add);
        return known;
    }

    private List<JournalEntry> entries(PlaceChanges<T> change) {
        List<JournalEntry> entries = new ArrayList<>();
        change.gone().forEach(id -> entries.add(leaves(id, change.before(id), null)));
        change.put().forEach((id, place) -> {
            String epci = kind.epci().apply(place);
            if (change.moves(id)) {
                entries.add(leaves(id, change.before(id), epci));
            }
            entries.add(JournalEntry.place(kind.table(), id, epci, place));
        });
        return entries;
    }

    private JournalEntry leaves(String id, StoredPlace before, @Nullable String to) {
        return JournalEntry.place(
                kind.table(), id, before.epci(), kind.leaving().apply(read(before), to));
    }

    private void write(long runNo, PlaceChanges<T> change) {
        List<JournalEntry> entries = entries(change);
        kind.arrive()
                .accept(change.put().keySet().stream()
                        .filter(id -> change.moves(id) || !change.known().containsKey(id))
                        .toList());
        journal.append(runNo, entries);
        jdbc.update("delete from passerelle.%1$s where %1$s_id = any(?::text[])".formatted(kind.table()), (Object)
                change.gone().toArray(String[]::new));
        jdbc.batchUpdate(
                """
                insert into passerelle.%1$s (%1$s_id, epci, payload, schema_fingerprint) values (?, ?, ?, ?)
                on conflict (%1$s_id) do update
                set epci = excluded.epci, payload = excluded.payload, schema_fingerprint = excluded.schema_fingerprint\
                """.formatted(kind.table()),
                change.encoded().entrySet().stream()
                        .map(e -> new Object[] {
                            e.getKey(),
                            e.getValue().epci(),
                            e.getValue().payload(),
                            e.getValue().fingerprint()
                        })
                        .toList());
    }
}
