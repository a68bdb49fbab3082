package fr.passerelle.bench.contender;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
    private static final List<String> BEFORE = List.of("run", "file", "file_import");

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
            long rows = copy(copy, work, "attendance");
            copy(copy, work, "journal");
            connection.commit();
            return Done.since(start, rows, Done.UNKNOWN);
        }
    }

    private static long copy(CopyManager copy, Work work, String table) throws SQLException, IOException {
        try (InputStream rows = Files.newInputStream(work.folder().resolve(table + ".bin"))) {
            return copy.copyIn("copy passerelle." + table + " from stdin (format binary)", rows, BUFFER);
        }
    }
}
