package fr.passerelle.bench.contender;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Limit: the rows of the file copied in binary into the table where Passerelle stages them, read back by room and month, and the very months
 * and records that Passerelle wrote copied into the same tables. What the database is given is ready; only PostgreSQL works.
 */
final class CopyTables implements BenchContender {

    private static final int BUFFER = 1 << 20;

    /** What the others refer to, some rows; not counted. */
    private static final List<String> BEFORE = List.of("run", "file", "file_import", "room_number");

    private static final String STAGED = "staged_line";
    private static final String BY_ROOM =
            "copy (select * from passerelle.staged_line order by (room_no::bigint << 16) + month) to stdout (format"
                    + " binary)";

    @Override
    public WorkResult run(Work work) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(work.url(), work.user(), work.password())) {
            connection.setAutoCommit(false);
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : BEFORE) {
                copy(copy, work, table);
            }
            connection.commit();
            StagedRows.write(work.attendance(), rooms(connection), work.folder().resolve(STAGED + ".bin"));
            WorkResult workResult = copied(connection, copy, work);
            return new WorkResult(
                    lines(connection), WorkResult.UNKNOWN, workResult.from(), workResult.to(), workResult.seconds());
        }
    }

    private static WorkResult copied(Connection connection, CopyManager copy, Work work)
            throws SQLException, IOException {
        long start = System.nanoTime();
        copy(copy, work, STAGED);
        connection.commit();
        try (Statement setting = connection.createStatement()) {
            setting.execute("set local work_mem = '128MB'");
        }
        copy.copyOut(BY_ROOM, OutputStream.nullOutputStream());
        for (String table : List.of("attendance_month", "attendance_said", "journal")) {
            copy(copy, work, table);
        }
        connection.commit();
        return WorkResult.since(start, 0, WorkResult.UNKNOWN);
    }

    private static Map<String, Integer> rooms(Connection connection) throws SQLException {
        Map<String, Integer> rooms = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select room_id, room_no from passerelle.room_number")) {
            while (row.next()) {
                rooms.put(row.getString(1), row.getInt(2));
            }
        }
        return rooms;
    }

    /** Those that the months hold. */
    private static long lines(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sum(held) from passerelle.attendance_said")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void copy(CopyManager copy, Work work, String table) throws SQLException, IOException {
        try (InputStream rows = Files.newInputStream(work.folder().resolve(table + ".bin"))) {
            copy.copyIn("copy passerelle." + table + " from stdin (format binary)", rows, BUFFER);
        }
    }
}
