package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.ImportedMonth.Codec;
import fr.passerelle.batch.attendance.ImportedMonth.ImportedLine;
import fr.passerelle.batch.attendance.Resubmissions.Reentry;
import fr.passerelle.batch.attendance.Verdicts.LineRefusal;
import fr.passerelle.journal.CopyRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** The lines that a run has read, between the step that reads them and the one that folds them: a table without index. */
final class StagedLines {

    private static final String LINES =
            "passerelle.staged_line (room_no, month, import_no, file, line, ordinal, register, id, value)";
    private static final int WIDTH = 9;

    /** Place of the first room that loses lines: above the numbers of all rooms. */
    private static final long LOSING = 1L << 32;

    /** By room and month, last the rooms that lose lines, once others have them; by one number, since many that tie are compared slowly. */
    private static final String BY_ROOM = """
        select s.room_no, s.month, s.import_no, coalesce(c.said_line, s.line), coalesce(c.said_ordinal, s.ordinal), s.file, s.line,
               s.ordinal, s.value, c.file is not null, v.reason, v.from_room, v.from_month, p.place
        from passerelle.staged_line s
        left join passerelle.staged_verdict v on v.file = s.file and v.line = s.line and v.ordinal = s.ordinal
        left join passerelle.staged_correction c on c.file = s.file and c.line = s.line and c.ordinal = s.ordinal
        left join (select distinct from_room from passerelle.staged_verdict where from_room <> room_no) l on l.from_room = s.room_no
        cross join lateral (select case when l.from_room is null then 0 else %1$d end + s.room_no) as p (place)
        where p.place > ?
        order by (p.place << 16) + s.month\
        """.formatted(LOSING);

    private static final int PAGE = 10_000;

    /** For pgjdbc: from the first execution on, and not as text. */
    private static final int IN_BINARY = -1;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Codec codec = new Codec();

    StagedLines(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A line to be staged, by number of its room, and the reject that it corrects; null in a register. */
    record Staged(
            int room,
            int importNo,
            StagedLine.Place at,
            Attendance value,
            @Nullable Reentry corrects) {}

    /** Adds lines, in the caller's transaction. */
    void add(Collection<Staged> lines) {
        try (CopyRows rows = new CopyRows(dataSource, LINES, WIDTH)) {
            for (Staged line : lines) {
                row(rows, line);
            }
            rows.end();
        }
    }

    private void row(CopyRows rows, Staged line) {
        Attendance value = line.value();
        rows.row();
        rows.int4(line.room());
        rows.int4(MonthNo.ofDay(value.start()));
        rows.int4(line.importNo());
        rows.int4(line.at().file());
        rows.int8(line.at().line());
        rows.int4(line.at().ordinal());
        if (value.id().isEmpty()) {
            rows.none();
            rows.none();
        } else {
            rows.text(value.register());
            rows.text(value.id());
        }
        rows.bytes(codec.encode(value));
    }

    /** How many there are. */
    long count() {
        return jdbc.sql("select count(*) from passerelle.staged_line")
                .query(Long.class)
                .single();
    }

    /** Forgets all of them, and what was found out of them. */
    void clear() {
        jdbc.sql("truncate passerelle.staged_line, passerelle.staged_correction, passerelle.staged_verdict")
                .update();
    }

    /** The lines of a room, by its number and its place among the rooms that are read. */
    record Room(int no, long place, List<StagedLine> lines) {

        /** Whether it loses lines to others. */
        boolean loses() {
            return place >= LOSING;
        }
    }

    /** The rooms of the staged lines, on a connection of their own, so that the reader's transactions may end meanwhile. */
    final class Rooms implements AutoCloseable {

        private final Connection connection;
        private final ResultSet rows;
        private boolean more;

        /** Reads those after a place, 0 at first. */
        Rooms(long after) {
            connection = sql(() -> Objects.requireNonNull(dataSource.getConnection()));
            try {
                rows = sql(() -> query(after));
                more = sql(rows::next);
            } catch (RuntimeException e) {
                DataSourceUtils.releaseConnection(connection, null);
                throw e;
            }
        }

        private ResultSet query(long after) throws SQLException {
            connection.setAutoCommit(false);
            try (var setting = connection.createStatement()) {
                setting.execute("set local enable_nestloop = off");
                setting.execute("set local work_mem = '128MB'");
            }
            PreparedStatement statement = connection.prepareStatement(BY_ROOM);
            statement.unwrap(PGStatement.class).setPrepareThreshold(IN_BINARY);
            statement.setFetchSize(PAGE);
            statement.setLong(1, after);
            return statement.executeQuery();
        }

        /** The next room; null after the last one. */
        @Nullable
        Room next() {
            return more ? sql(this::room) : null;
        }

        private Room room() throws SQLException {
            int room = rows.getInt(1);
            long place = rows.getLong(14);
            List<StagedLine> lines = new ArrayList<>();
            while (more && rows.getInt(1) == room) {
                lines.add(line());
                more = rows.next();
            }
            lines.sort(StagedLine.IN_ROOM);
            return new Room(room, place, lines);
        }

        /** Whether the next room loses lines to others. */
        boolean nextLoses() {
            return more && sql(() -> rows.getLong(14)) >= LOSING;
        }

        private StagedLine line() throws SQLException {
            String reason = rows.getString(11);
            int fromRoom = rows.getInt(12);
            MonthNo from = rows.wasNull() ? null : new MonthNo(fromRoom, rows.getInt(13));
            return new StagedLine(
                    new StagedLine.Place(rows.getInt(6), rows.getLong(7), rows.getInt(8)),
                    rows.getInt(2),
                    new ImportedLine(
                            rows.getInt(3),
                            rows.getLong(4),
                            rows.getInt(5),
                            codec.value(Objects.requireNonNull(rows.getBytes(9)))),
                    rows.getBoolean(10),
                    reason == null ? null : LineRefusal.valueOf(reason),
                    from);
        }

        @Override
        public void close() {
            try {
                sql(() -> {
                    connection.rollback();
                    connection.setAutoCommit(true);
                    return more;
                });
            } finally {
                DataSourceUtils.releaseConnection(connection, null);
            }
        }

        private static <T> T sql(SqlStep<T> step) {
            try {
                return step.run();
            } catch (SQLException e) {
                throw Objects.requireNonNull(new SQLExceptionSubclassTranslator().translate("staged lines", null, e));
            }
        }
    }

    private interface SqlStep<T> {
        T run() throws SQLException;
    }

    /**
     * A line that was read and holds by itself, with the month in which it begins, in months since year 0.
     *
     * @param said as the import says it that it belongs to: another than that of its file where it corrects what was refused
     * @param refused why its id alone refuses it; null where it does not
     * @param corrects the reject that it corrects; null where it corrects none
     * @param from month of a room that knew its id; null where none did, or this one
     */
    record StagedLine(
            Place at,
            int month,
            ImportedLine said,
            boolean corrects,
            @Nullable LineRefusal refused,
            @Nullable MonthNo from) {

        /** Within a room: by month and import, in the order of the files. */
        static final Comparator<StagedLine> IN_ROOM = Comparator.comparingInt(StagedLine::month)
                .thenComparing(
                        StagedLine::said,
                        Comparator.comparingInt(ImportedLine::importNo)
                                .thenComparingLong(ImportedLine::line)
                                .thenComparingInt(ImportedLine::ordinal));

        Attendance value() {
            return said.value();
        }

        /** Where a line was read, its file by place among those of the run, from 0. */
        record Place(int file, long line, int ordinal) {}
    }
}
