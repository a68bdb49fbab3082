package fr.passerelle.batch.verify;

import fr.passerelle.batch.attendance.AttendanceMonths;
import fr.passerelle.batch.verify.DeepVerification.JournalRows;
import fr.passerelle.journal.JournalRow;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.MonthCause;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.schemas.event.SiteWithdrawn;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
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

    /**
     * The attendance of the rooms of the inventory by months: as the journal told each last, and as the records of the state make it. Of each
     * month a hash is held, not lines. Months that the log is still to be told of are left out.
     */
    private static final class AttendanceCheck {

        /** After every month. */
        private static final String LAST = "~";

        private final Records records;
        private final PayloadReader payloads;
        private final NavigableMap<Key, Long> told =
                new TreeMap<>(Comparator.comparing(Key::room).thenComparing(Key::month));
        private long lines;

        /** A month of a room, YYYY-MM. */
        private record Key(String room, String month) {

            @Override
            public String toString() {
                return "salle " + room + ", mois " + month;
            }
        }

        AttendanceCheck(Records records, PayloadReader payloads) {
            this.records = records;
            this.payloads = payloads;
        }

        /** Takes a month as the journal tells it. */
        void put(MonthReported month) {
            Key key = new Key(month.getRoomId(), month.getMonth());
            if (month.getLines().isEmpty()) {
                told.remove(key);
            } else {
                told.put(key, hash(bare(month)));
            }
        }

        /** Forgets a room that left the inventory or an EPCI: its months are told again where it arrives. */
        void forget(String room) {
            told.subMap(new Key(room, ""), new Key(room, LAST)).clear();
        }

        /** Lines that were compared. */
        long lines() {
            return lines;
        }

        /** Compares both, in the caller's transaction. */
        void compare(JdbcClient jdbc, AttendanceMonths attendance, Findings findings) {
            told.keySet()
                    .removeAll(jdbc.sql("""
                        select n.room_id, passerelle.month_text(d.month)
                        from passerelle.month_due d join passerelle.room_number n on n.room_no = d.room_no\
                        """)
                            .query((row, n) -> new Key(row.getString(1), row.getString(2)))
                            .list());
            attendance.each(month -> compare(jdbc, month, findings));
            told.keySet()
                    .forEach(key -> findings.add("fréquentation, " + key + " : aucun relevé, le journal en connaît"));
        }

        private void compare(JdbcClient jdbc, MonthReported month, Findings findings) {
            Key key = new Key(month.getRoomId(), month.getMonth());
            lines += month.getLines().size();
            Long expected = told.remove(key);
            if (expected == null) {
                findings.add("fréquentation, " + key + " : relevés en trop, le journal ne les connaît pas");
            } else if (expected != hash(month)) {
                findings.add("fréquentation, " + key + " : " + difference(jdbc, key, month));
            }
        }

        private String difference(JdbcClient jdbc, Key key, MonthReported found) {
            return jdbc.sql("select payload, schema_fingerprint from passerelle.month_version where room_id = :room"
                            + " and month = :month order by seq desc limit 1")
                    .param("room", key.room())
                    .param("month", key.month())
                    .query((row, n) -> payloads.read(row.getBytes(1), row.getLong(2), MonthReported.class))
                    .optional()
                    .flatMap(month -> Difference.ofFields(bare(month), found))
                    .orElse("relevés autres que ceux du journal");
        }

        /** Without what the log says beside files and lines. */
        private static MonthReported bare(MonthReported month) {
            return MonthReported.newBuilder(month)
                    .setEpci(Partitions.WITHOUT_EPCI)
                    .setCarried(false)
                    .setCause(MonthCause.NEWS)
                    .setAdded(0)
                    .setChanged(0)
                    .setRemoved(0)
                    .build();
        }

        private long hash(MonthReported month) {
            return ByteBuffer.wrap(Sha256.digest().digest(records.encode(month)))
                    .getLong();
        }
    }

    /** One table of the state whose rows are payloads, as the journal gives it, to be held against the table. */
    private record PayloadTableCheck(String table, String id, SortedMap<String, Place> places) {

        /** A row, and the EPCI that it is of. */
        @SuppressWarnings("ArrayRecordComponent")
        private record Place(String epci, byte[] payload, long fingerprint) {}

        /** Nothing is known yet of a table, one of ours by its name and that of its key. */
        PayloadTableCheck(String table, String id) {
            this(table, id, new TreeMap<>());
        }

        /** Takes a place as a row of the journal says it. */
        void put(String key, String epci, JournalRow row) {
            places.put(key, new Place(epci, row.payload(), row.fingerprint()));
        }

        /** Forgets a place that leaves an EPCI; answers whether it was there. */
        boolean leave(String key, String epci) {
            Place place = places.get(key);
            return place != null && place.epci().equals(epci) && places.remove(key, place);
        }

        int size() {
            return places.size();
        }

        /** Compares with the table, by key. */
        void compare(JdbcClient jdbc, Findings findings) {
            SortedMap<String, Place> found = new TreeMap<>();
            RowCallbackHandler add =
                    row -> found.put(row.getString(1), new Place(row.getString(2), row.getBytes(3), row.getLong(4)));
            jdbc.sql("select " + id + ", epci, payload, schema_fingerprint from passerelle." + table)
                    .query(add);
            TreeSet<String> keys = new TreeSet<>(places.keySet());
            keys.addAll(found.keySet());
            keys.forEach(key -> compare(key, places.get(key), found.get(key), findings));
        }

        private void compare(String key, @Nullable Place expected, @Nullable Place found, Findings findings) {
            String what = "table " + table + ", " + key + " : ";
            if (expected == null) {
                findings.add(what + "ligne en trop, le journal ne la connaît pas");
            } else if (found == null) {
                findings.add(what + "ligne absente");
            } else if (!Arrays.equals(expected.payload(), found.payload())) {
                findings.add(what + "colonne payload, " + Difference.ofBytes(expected.payload(), found.payload()));
            } else if (expected.fingerprint() != found.fingerprint()) {
                findings.add(what + "colonne schema_fingerprint : attendu " + expected.fingerprint() + ", trouvé "
                        + found.fingerprint());
            } else if (!expected.epci().equals(found.epci())) {
                findings.add(what + "colonne epci : attendu " + expected.epci() + ", trouvé " + found.epci());
            }
        }
    }
}
