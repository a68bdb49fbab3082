package fr.passerelle.batch.verify;

import fr.passerelle.batch.journal.JournalRow;
import fr.passerelle.batch.journal.WrittenSchemas;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.UndecodableRecord;
import fr.passerelle.schemas.event.AttendanceRecorded;
import fr.passerelle.schemas.event.AttendanceWithdrawn;
import fr.passerelle.schemas.event.RoomWithdrawn;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The attendance of one room, row by row, once its sums are known to differ: which row does, and in what. */
final class RoomAttendance {

    private final JdbcTemplate jdbc;
    private final WrittenSchemas schemas;
    private final Records records;

    RoomAttendance(JdbcTemplate jdbc, WrittenSchemas schemas, Records records) {
        this.jdbc = jdbc;
        this.schemas = schemas;
        this.records = records;
    }

    /** The first difference by key, in French. */
    String difference(String room) {
        SortedMap<String, AttendanceRow> expected = journal(room);
        SortedMap<String, AttendanceRow> found = new TreeMap<>();
        RowCallbackHandler add = row -> found.put(row.getString(2), AttendanceRow.of(row));
        jdbc.query(AttendanceRow.OF_ROOM, add, room);
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(found.keySet());
        return "table attendance, salle " + room + ", "
                + keys.stream()
                        .map(key -> difference(key, expected.get(key), found.get(key)))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("relevés repris autrement que le journal ne les avait inscrits");
    }

    private static @Nullable String difference(
            String key, @Nullable AttendanceRow expected, @Nullable AttendanceRow found) {
        if (expected == null) {
            return "clé " + key + " : ligne en trop, le journal ne la connaît pas";
        }
        return found == null
                ? "clé " + key + " : ligne absente"
                : expected.difference(found)
                        .map(column -> "clé " + key + ", " + column)
                        .orElse(null);
    }

    private SortedMap<String, AttendanceRow> journal(String room) {
        SortedMap<String, AttendanceRow> rows = new TreeMap<>();
        RowCallbackHandler fold = row -> fold(JournalRow.of(row), rows);
        jdbc.query(JournalRow.OF_SUBJECT, fold, "room:" + room);
        return rows;
    }

    private void fold(JournalRow row, SortedMap<String, AttendanceRow> rows) {
        switch (decoded(row)) {
            case AttendanceRecorded it -> rows.put(it.getKey(), AttendanceRow.of(it));
            case AttendanceWithdrawn it -> rows.remove(it.getKey());
            case RoomWithdrawn it -> rows.clear();
            case null, default -> {}
        }
    }

    private @Nullable SpecificRecord decoded(JournalRow row) {
        try {
            return schemas.of(row.fingerprint())
                    .map(schema -> records.decode(row.payload(), schema))
                    .orElse(null);
        } catch (UndecodableRecord e) {
            return null;
        }
    }
}
