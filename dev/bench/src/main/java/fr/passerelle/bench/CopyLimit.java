package fr.passerelle.bench;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.program.Deployment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Limit: the rows of the file, and the very months and records that Passerelle wrote, copied in binary into the same tables; only PostgreSQL works. */
record CopyLimit(TestBed bed, DrawnFiles file) {

    /** What the others refer to, some rows; not counted. */
    private static final List<String> BEFORE = List.of("run", "file", "file_import", "room_number");

    private static final List<String> WRITTEN = List.of("attendance_month", "attendance_said", "journal");
    private static final String STAGED = "staged_line";
    private static final String BY_ROOM =
            "copy (select * from passerelle.staged_line order by (room_no::bigint << 16) + month) to stdout (format"
                    + " binary)";
    private static final String TOLD =
            "create temp table told (a text, room text, day date, d text, e text, activity text, g text, h text, i"
                    + " text, j text, k text, l text, m text, n text) on commit drop";

    /** The rows as Passerelle stages them: beside the activity, a line takes 18 bytes. */
    private static final String AS_STAGED = """
        (select room_no, (extract(year from day) * 12 + extract(month from day) - 1)::int, 1, 0, row_number() over (),
            0, null, null, convert_to(rpad(activity, length(activity) + 18), 'UTF8')
        from told join passerelle.room_number on room_id = room)\
        """;

    void run(Deployment own, Deployment copy) {
        try (Connection from = own.database().connect();
                Connection to = copy.database().connect()) {
            to.setAutoCommit(false);
            for (String table : BEFORE) {
                write(from, "passerelle." + table, table);
                copy(to, table);
            }
            for (String table : WRITTEN) {
                write(from, "passerelle." + table, table);
            }
            stage(to);
            bed.settle();
            try (Meter meter = bed.meter(ProcessHandle.current().pid())) {
                long start = System.currentTimeMillis();
                copied(to);
                long end = System.currentTimeMillis();
                meter.close();
                TestBed.check(
                        "Lignes copiées", file.sum().rows(), copy.number("select count(*) from passerelle." + STAGED));
                bed.add(MeasureKind.COPY, file, new TestBed.Metered(start, end, meter));
            }
        } catch (SQLException | IOException e) {
            throw new LocalFault("La copie de mesure a échoué : " + e.getMessage() + ".", e);
        }
    }

    private void copied(Connection to) throws SQLException, IOException {
        copy(to, STAGED);
        to.commit();
        execute(to, "set local work_mem = '128MB'");
        api(to).copyOut(BY_ROOM, OutputStream.nullOutputStream());
        for (String table : WRITTEN) {
            copy(to, table);
        }
        to.commit();
    }

    /** Ends the transaction, and what it needed besides. */
    private void stage(Connection to) throws SQLException, IOException {
        execute(to, TOLD);
        try (InputStream lines = Files.newInputStream(file.attendance())) {
            api(to).copyIn("copy told from stdin (format csv, delimiter ';', header)", lines, 1 << 20);
        }
        write(to, AS_STAGED, STAGED);
        to.commit();
    }

    private void write(Connection from, String rows, String name) throws SQLException, IOException {
        try (OutputStream out = Files.newOutputStream(binary(name))) {
            api(from).copyOut("copy " + rows + " to stdout (format binary)", out);
        }
    }

    private void copy(Connection to, String table) throws SQLException, IOException {
        try (InputStream rows = Files.newInputStream(binary(table))) {
            api(to).copyIn("copy passerelle." + table + " from stdin (format binary)", rows, 1 << 20);
        }
    }

    private static void execute(Connection to, String sql) throws SQLException {
        try (Statement statement = to.createStatement()) {
            statement.execute(sql);
        }
    }

    private static CopyManager api(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private Path binary(String table) throws IOException {
        return Files.createDirectories(bed.folder().resolve("work")).resolve(table + ".bin");
    }
}
