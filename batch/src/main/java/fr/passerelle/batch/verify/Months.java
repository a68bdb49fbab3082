package fr.passerelle.batch.verify;

import fr.passerelle.batch.attendance.AttendanceMonths;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.MonthCause;
import fr.passerelle.schemas.event.MonthReported;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * The attendance of the rooms of the inventory by months: as the journal told each last, as the state keeps it, and as the records of the
 * state make it. Of each month hashes are held, not lines. Months that the log is still to be told of are left out.
 */
final class Months {

    private static final String KEPT = """
        select distinct on (m.room_id, m.month) m.room_id, to_char(m.month, 'YYYY-MM'), m.payload
        from passerelle.room_month m join passerelle.room r on r.room_id = m.room_id
        order by m.room_id, m.month, m.run_no desc\
        """;
    private static final String KEPT_ONE = """
        select payload from passerelle.room_month where room_id = ? and month = to_date(?, 'YYYY-MM') order by run_no desc limit 1\
        """;
    private static final String DUE = "select room_id, to_char(month, 'YYYY-MM') from passerelle.month_due";
    private static final String TOLD_ONE =
            "select payload from passerelle.journal where subject = ? order by seq desc limit 1";

    /** After every month. */
    private static final String LAST = "~";

    private final Records records;
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

    Months(Records records) {
        this.records = records;
    }

    /** Takes a month as the journal tells it. */
    void put(MonthReported month, byte[] payload) {
        Key key = new Key(month.getRoomId(), month.getMonth());
        if (month.getLines().isEmpty()) {
            told.remove(key);
        } else {
            told.put(key, hash(payload));
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

    /** Compares all three, in the caller's transaction. */
    void compare(JdbcTemplate jdbc, Findings findings) {
        Set<Key> due = new TreeSet<>(jdbc.query(DUE, (row, n) -> new Key(row.getString(1), row.getString(2))));
        told.keySet().removeAll(due);
        Map<Key, Long> bare = new TreeMap<>();
        kept(jdbc, due, bare, findings);
        new AttendanceMonths(jdbc).each(month -> made(jdbc, month, bare, findings));
        bare.keySet()
                .forEach(key -> findings.add("table attendance, " + key + " : aucun relevé, le journal en connaît"));
    }

    private void kept(JdbcTemplate jdbc, Set<Key> due, Map<Key, Long> bare, Findings findings) {
        Map<Key, Long> left = new TreeMap<>(told);
        RowCallbackHandler compare = row -> {
            Key key = new Key(row.getString(1), row.getString(2));
            byte[] payload = row.getBytes(3);
            if (payload != null && !due.contains(key)) {
                kept(jdbc, key, payload, left.remove(key), findings);
                bare.put(key, hash(records.encode(bare(decode(payload)))));
            }
        };
        jdbc.query(KEPT, compare);
        left.keySet().forEach(key -> findings.add("table room_month, " + key + " : ligne absente"));
    }

    private void kept(JdbcTemplate jdbc, Key key, byte[] payload, @Nullable Long expected, Findings findings) {
        if (expected == null) {
            findings.add("table room_month, " + key + " : ligne en trop, le journal ne la connaît pas");
        } else if (expected != hash(payload)) {
            String subject = "month:" + key.room() + ":" + key.month();
            byte[] journal = one(jdbc, TOLD_ONE, subject);
            findings.add("table room_month, " + key + " : colonne payload, " + Bytes.difference(journal, payload));
        }
    }

    private void made(JdbcTemplate jdbc, MonthReported month, Map<Key, Long> bare, Findings findings) {
        Key key = new Key(month.getRoomId(), month.getMonth());
        lines += month.getLines().size();
        Long expected = bare.remove(key);
        if (expected == null) {
            findings.add("table attendance, " + key + " : relevés en trop, le journal ne les connaît pas");
        } else if (expected != hash(records.encode(month))) {
            MonthReported kept = decode(one(jdbc, KEPT_ONE, key.room(), key.month()));
            findings.add("table attendance, " + key + " : "
                    + FirstField.between(bare(kept), month).orElse("lines"));
        }
    }

    private static byte[] one(JdbcTemplate jdbc, String sql, Object... arguments) {
        List<byte[]> found = jdbc.query(sql, (row, n) -> row.getBytes(1), arguments);
        return found.isEmpty() ? new byte[0] : found.getFirst();
    }

    private MonthReported decode(byte[] payload) {
        return records.decode(payload, MonthReported.getClassSchema(), MonthReported.class);
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

    private static long hash(byte[] bytes) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256", e);
        }
    }
}
