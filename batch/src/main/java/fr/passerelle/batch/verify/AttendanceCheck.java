package fr.passerelle.batch.verify;

import fr.passerelle.batch.attendance.AttendanceMonths;
import fr.passerelle.batch.check.Difference;
import fr.passerelle.batch.check.Findings;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.MonthCause;
import fr.passerelle.schemas.event.MonthReported;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The attendance of the rooms of the inventory by months: as the journal told each last, and as the records of the state make it. Of each
 * month a hash is held, not lines. Months that the log is still to be told of are left out.
 */
final class AttendanceCheck {

    private static final String DUE = """
        select n.room_id, passerelle.month_text(d.month)
        from passerelle.month_due d join passerelle.room_number n on n.room_no = d.room_no\
        """;
    private static final String TOLD_LAST =
            "select payload, schema_fingerprint from passerelle.month_version where room_id = :room and month = :month"
                    + " order by seq desc limit 1";

    /** After every month. */
    private static final String LAST = "~";

    private final Records records;
    private final PayloadReader payloads;
    private final NavigableMap<Key, Long> told = new TreeMap<>();
    private long lines;

    /** A month of a room, YYYY-MM. */
    private record Key(String room, String month) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byRoom = room.compareTo(other.room);
            return byRoom == 0 ? month.compareTo(other.month) : byRoom;
        }

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
                .removeAll(jdbc.sql(DUE)
                        .query((row, n) -> new Key(row.getString(1), row.getString(2)))
                        .list());
        attendance.each(month -> compare(jdbc, month, findings));
        told.keySet().forEach(key -> findings.add("fréquentation, " + key + " : aucun relevé, le journal en connaît"));
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
        return jdbc.sql(TOLD_LAST)
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
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(records.encode(month)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256", e);
        }
    }
}
