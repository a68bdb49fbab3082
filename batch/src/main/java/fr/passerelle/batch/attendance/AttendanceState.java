package fr.passerelle.batch.attendance;

import fr.passerelle.batch.journal.CopyRows;
import fr.passerelle.schemas.contract.AttendanceCodes;
import fr.passerelle.schemas.event.Grain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What is known of attendance: read by keys or by room, written by COPY. Never one statement a row. */
final class AttendanceState {

    private static final String COLUMNS =
            "record_no, key, room_id, period_start, period_end, grain, activity, etat, sessions,"
                    + " session_hours_hundredths, presences, person_hours_hundredths, registered, distinct_people,"
                    + " scolaires, import_no, line";
    private static final int WIDTH = 17;
    private static final String SELECT = """
        select a.record_no, a.key, a.room_id, a.period_start - date '1970-01-01', a.period_end - date '1970-01-01', a.grain, a.activity,
               a.etat, a.sessions, a.session_hours_hundredths, a.presences, a.person_hours_hundredths, a.registered,
               a.distinct_people, a.scolaires, a.import_no, a.line
        from passerelle.attendance a
        """;
    private static final String BY_KEYS = SELECT + " join unnest(?::text[]) as wanted (key) on wanted.key = a.key";
    private static final String BY_MONTHS = SELECT + """
         join unnest(?::text[], ?::date[]) as wanted (room, month)
         on wanted.room = a.room_id
        and a.period_start >= wanted.month and a.period_start < (wanted.month + interval '1 month')::date\
        """;
    private static final String INVENTORIED = SELECT + """
         join passerelle.room r on r.room_id = a.room_id
         where not exists (select from passerelle.month_due d
                           where d.room_id = a.room_id and d.month = date_trunc('month', a.period_start)::date)
         order by a.room_id, a.period_start\
        """;
    private static final String LONG_BY_ROOM =
            SELECT + " where a.room_id = ? and a.grain not in (" + AttendanceCodes.list(Grain.SEANCE, Grain.JOUR) + ")";
    private static final String BY_NUMBERS = SELECT + " where a.record_no = any(?)";
    private static final String SUPERSEDED = "passerelle.attendance_superseded";
    private static final String SUPERSEDED_BY_NUMBERS = BY_NUMBERS.replace("passerelle.attendance ", SUPERSEDED + " ");
    private static final String STRADDLED = "select distinct room_id from passerelle.attendance where grain in (%s)"
            .formatted(AttendanceCodes.list(Grain.SEMAINE, Grain.PERIODE));
    private static final String STAGE =
            "create temp table if not exists attendance_change (like passerelle.attendance) on commit drop";
    private static final String UPDATE = """
        update passerelle.attendance a
        set (%1$s) = (select %1$s from attendance_change c where c.key = a.key)
        where a.key in (select key from attendance_change)\
        """.formatted(COLUMNS);

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final RegisterFiles files;

    AttendanceState(DataSource dataSource, JdbcTemplate jdbc, RegisterFiles files) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.files = files;
    }

    /** Those of the keys that are known. */
    Map<String, Attendance> known(Set<String> keys) {
        Map<String, Attendance> known = HashMap.newHashMap(keys.size());
        RowCallbackHandler add = row -> {
            Attendance attendance = attendance(row);
            known.put(attendance.key(), attendance);
        };
        jdbc.query(BY_KEYS, add, (Object) keys.toArray(String[]::new));
        return known;
    }

    /** What is known of these months of rooms, in no order. */
    Map<MonthOfRoom, List<Attendance>> months(Collection<MonthOfRoom> months) {
        Map<MonthOfRoom, List<Attendance>> known = new HashMap<>();
        RowCallbackHandler add = row -> {
            Attendance value = attendance(row);
            known.computeIfAbsent(MonthOfRoom.of(value), month -> new ArrayList<>())
                    .add(value);
        };
        jdbc.query(BY_MONTHS, add, DueMonths.rooms(months), DueMonths.days(months));
        return known;
    }

    /** What is known of the rooms of the inventory, by room and first day, but in the months that are due. */
    void inventoried(Consumer<Attendance> each) {
        RowCallbackHandler hand = row -> each.accept(attendance(row));
        jdbc.query(INVENTORIED, hand);
    }

    /** What is known of a room over more than a day. */
    void longPeriods(String room, Consumer<Attendance> each) {
        RowCallbackHandler hand = row -> each.accept(attendance(row));
        jdbc.query(LONG_BY_ROOM, hand, room);
    }

    /** What is known under these numbers. */
    void numbered(Integer[] numbers, Consumer<Attendance> each) {
        RowCallbackHandler hand = row -> each.accept(attendance(row));
        jdbc.query(BY_NUMBERS, hand, (Object) numbers);
    }

    /** What later imports replaced under these numbers. */
    void superseded(Integer[] numbers, Consumer<Attendance> each) {
        RowCallbackHandler hand = row -> each.accept(attendance(row));
        jdbc.query(SUPERSEDED_BY_NUMBERS, hand, (Object) numbers);
    }

    /** The rooms that have a period that may straddle others. */
    Set<String> straddledRooms() {
        return new HashSet<>(jdbc.queryForList(STRADDLED, String.class));
    }

    void insert(Collection<Attendance> records) {
        copy(records, "passerelle.attendance");
    }

    /** Keeps values that later imports replaced. */
    void supersede(Collection<Attendance> records) {
        copy(records, SUPERSEDED);
    }

    void forgetSuperseded(Integer[] numbers) {
        jdbc.update("delete from " + SUPERSEDED + " where record_no = any(?)", (Object) numbers);
    }

    void delete(Integer[] numbers) {
        jdbc.update("delete from passerelle.attendance where record_no = any(?)", (Object) numbers);
    }

    void update(Collection<Attendance> records) {
        if (records.isEmpty()) {
            return;
        }
        jdbc.execute(STAGE);
        jdbc.execute("truncate attendance_change");
        copy(records, "attendance_change");
        jdbc.update(UPDATE);
    }

    private void copy(Collection<Attendance> records, String table) {
        try (CopyRows rows = new CopyRows(dataSource, table + " (" + COLUMNS + ")", WIDTH)) {
            records.forEach(attendance -> row(rows, attendance));
            rows.end();
        }
    }

    private static void row(CopyRows rows, Attendance attendance) {
        rows.row();
        rows.int4(attendance.no());
        rows.text(attendance.key());
        rows.text(attendance.room());
        rows.date(attendance.start());
        rows.date(attendance.end());
        rows.int2(AttendanceCodes.of(attendance.grain()));
        rows.text(attendance.activity());
        rows.int2(AttendanceCodes.of(attendance.etat()));
        count(rows, attendance.sessions());
        count(rows, attendance.sessionHours());
        count(rows, attendance.presences());
        count(rows, attendance.personHours());
        count(rows, attendance.registered());
        count(rows, attendance.distinctPeople());
        count(rows, attendance.scolaires());
        rows.int4(attendance.origin().importNo());
        rows.int8(attendance.origin().line());
    }

    private static void count(CopyRows rows, int value) {
        if (value == Attendance.NOT_COUNTED) {
            rows.none();
        } else {
            rows.int4(value);
        }
    }

    private Attendance attendance(ResultSet row) throws SQLException {
        int importNo = row.getInt(16);
        return new Attendance(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getInt(5),
                AttendanceCodes.grain(row.getInt(6)),
                row.getString(7),
                AttendanceCodes.etat(row.getInt(8)),
                count(row, 9),
                count(row, 10),
                count(row, 11),
                count(row, 12),
                count(row, 13),
                count(row, 14),
                count(row, 15),
                new Attendance.Origin(importNo, files.sha256(importNo), row.getLong(17)));
    }

    private static int count(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? Attendance.NOT_COUNTED : value;
    }
}
