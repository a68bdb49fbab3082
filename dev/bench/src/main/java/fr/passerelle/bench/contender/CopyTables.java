package fr.passerelle.bench.contender;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Limit: the very rows that Passerelle wrote, copied in binary into the same tables in one transaction. What the database is given is
 * ready; only PostgreSQL works.
 */
final class CopyTables implements Contender {

    private static final int BUFFER = 1 << 20;

    /** What the others refer to, some rows; not counted. */
    private static final List<String> BEFORE = List.of("run", "file", "file_import", "room_number");

    @Override
    public Done run(Work work) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(work.url(), work.user(), work.password())) {
            connection.setAutoCommit(false);
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : BEFORE) {
                copy(copy, work, table);
            }
            connection.commit();
            long start = System.nanoTime();
            copy(copy, work, "attendance_month");
            copy(copy, work, "attendance_said");
            copy(copy, work, "journal");
            connection.commit();
            Done done = Done.since(start, 0, Done.UNKNOWN);
            return new Done(lines(connection), Done.UNKNOWN, done.from(), done.to(), done.seconds());
        }
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
