package fr.passerelle.console.room;

import fr.passerelle.rules.frequentation.RoomRegister;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.AttendanceRecorded;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** What is known today of a room's attendance, record by record, each with its file and line. */
@Component
class AttendanceRecords {

    private static final Grain[] GRAINS = Grain.values();
    private static final Etat[] STATES = Etat.values();
    private static final String COLUMNS = """
        select a.key, a.period_start, a.period_end, a.grain, a.activity, a.etat, a.sessions, a.session_hours_hundredths,
            a.presences, a.person_hours_hundredths, a.registered, a.distinct_people, a.scolaires, a.line, f.name, f.sha256
        from passerelle.attendance a
        join passerelle.file_import i on i.import_no = a.import_no
        join passerelle.file f on f.file_no = i.file_no
        where a.room_id = ?\
        """;
    private static final String WITHIN = " and a.period_start <= ? and a.period_end >= ?";
    private static final String PAGE = COLUMNS + WITHIN + """
         order by a.period_start desc, a.activity, a.record_no limit ? offset ?\
        """;
    private static final String COUNT = "select count(*) from passerelle.attendance a where a.room_id = ?" + WITHIN;

    private final JdbcTemplate jdbc;

    AttendanceRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Days, both included. */
    record Days(LocalDate first, LocalDate last) {

        private static final Days ALL = new Days(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

        /** Those of a month; without one, all. */
        static Days of(@Nullable YearMonth month) {
            return month == null ? ALL : new Days(month.atDay(1), month.atEndOfMonth());
        }
    }

    /** A record with where it was read: line 0 where its file repeated what one withdrawn since had said. */
    record Line(AttendanceRecorded record, String file) {}

    /** The register that the rules make of all records of a room. */
    RoomRegister register(String room) {
        RoomRegister register = new RoomRegister();
        RowCallbackHandler add = row -> register.record(record(room, row));
        jdbc.query(COLUMNS, add, room);
        return register;
    }

    /** How many records touch these days. */
    long count(String room, Days days) {
        Long count = jdbc.queryForObject(COUNT, Long.class, room, days.last(), days.first());
        return count == null ? 0 : count;
    }

    /** Records that touch these days, the latest period first. */
    List<Line> page(String room, Days days, int limit, long offset) {
        return jdbc.query(
                PAGE,
                (row, n) -> new Line(record(room, row), row.getString("name")),
                room,
                days.last(),
                days.first(),
                limit,
                offset);
    }

    private static AttendanceRecorded record(String room, ResultSet row) throws SQLException {
        return AttendanceRecorded.newBuilder()
                .setKey(row.getString("key"))
                .setRoomId(room)
                .setEpci("")
                .setPeriodStart(row.getObject("period_start", LocalDate.class))
                .setPeriodEnd(row.getObject("period_end", LocalDate.class))
                .setGrain(GRAINS[row.getInt("grain")])
                .setActivity(row.getString("activity"))
                .setCounts(counts(row))
                .setFileSha256(row.getString("sha256"))
                .setLine(row.getLong("line"))
                .build();
    }

    private static AttendanceCounts counts(ResultSet row) throws SQLException {
        return AttendanceCounts.newBuilder()
                .setEtat(STATES[row.getInt("etat")])
                .setSessions(row.getObject("sessions", Integer.class))
                .setSessionHoursHundredths(row.getObject("session_hours_hundredths", Integer.class))
                .setPresences(row.getObject("presences", Integer.class))
                .setPersonHoursHundredths(row.getObject("person_hours_hundredths", Integer.class))
                .setRegistered(row.getObject("registered", Integer.class))
                .setDistinctPeople(row.getObject("distinct_people", Integer.class))
                .setScolaires(row.getObject("scolaires", Integer.class))
                .build();
    }
}
