package fr.passerelle.bench;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.program.Deployment;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Limit: the rows of the file copied in binary into the table where Passerelle stages them, as wide, read back by room and month, and the very
 * months and records that Passerelle wrote copied into the same tables. What the database is given is ready; only PostgreSQL works.
 */
record CopyLimit(TestBed bed, DrawnFiles file) {

    /** What the others refer to, some rows; not counted. */
    private static final List<String> BEFORE = List.of("run", "file", "file_import", "room_number");

    private static final List<String> WRITTEN = List.of("attendance_month", "attendance_said", "journal");
    private static final String STAGED = "staged_line";
    private static final String BY_ROOM =
            "copy (select * from passerelle.staged_line order by (room_no::bigint << 16) + month) to stdout (format"
                    + " binary)";
    private static final byte[] START = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int COLUMNS = 9;

    /** Measures it, from one deployment to another. */
    void run(Deployment own, Deployment copy) {
        try (Connection from = own.database().connect();
                Connection to = copy.database().connect()) {
            for (String table : Stream.concat(BEFORE.stream(), WRITTEN.stream()).toList()) {
                try (OutputStream out = Files.newOutputStream(binary(table))) {
                    api(from).copyOut("copy passerelle." + table + " to stdout (format binary)", out);
                }
            }
            to.setAutoCommit(false);
            for (String table : BEFORE) {
                copy(to, table);
            }
            to.commit();
            stage(to);
            bed.settle();
            try (Meter meter = bed.meter(ProcessHandle.current().pid())) {
                long start = System.currentTimeMillis();
                copied(to);
                long end = System.currentTimeMillis();
                meter.close();
                bed.add(MeasureKind.COPY, file, new TestBed.Metered(start, end, meter));
            }
        } catch (SQLException e) {
            throw new LocalFault("La base de mesure a refusé : " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copied(Connection to) throws SQLException, IOException {
        copy(to, STAGED);
        to.commit();
        try (Statement setting = to.createStatement()) {
            setting.execute("set local work_mem = '128MB'");
        }
        api(to).copyOut(BY_ROOM, OutputStream.nullOutputStream());
        for (String table : WRITTEN) {
            copy(to, table);
        }
        to.commit();
    }

    private void copy(Connection to, String table) throws SQLException, IOException {
        try (InputStream rows = Files.newInputStream(binary(table))) {
            api(to).copyIn("copy passerelle." + table + " from stdin (format binary)", rows, 1 << 20);
        }
    }

    private static CopyManager api(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private Path binary(String table) throws IOException {
        return Files.createDirectories(bed.folder().resolve("work")).resolve(table + ".bin");
    }

    /** The rows of the file as Passerelle stages them, in PostgreSQL's binary format. */
    private void stage(Connection to) throws SQLException, IOException {
        Map<String, Integer> rooms = new HashMap<>();
        try (Statement statement = to.createStatement();
                ResultSet row = statement.executeQuery("select room_id, room_no from passerelle.room_number")) {
            while (row.next()) {
                rooms.put(row.getString(1), row.getInt(2));
            }
        }
        try (DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(binary(STAGED)), 1 << 16));
                Stream<String> lines = Files.lines(file.attendance())) {
            out.write(START);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            long line = 0;
            for (String text : (Iterable<String>) lines.skip(1)::iterator) {
                Session session = Session.read(text);
                out.writeShort(COLUMNS);
                number(out, Objects.requireNonNull(rooms.get(session.room())));
                number(out, (int) session.day().getLong(ChronoField.PROLEPTIC_MONTH));
                number(out, 1);
                number(out, 0);
                out.writeInt(Long.BYTES);
                out.writeLong(++line);
                number(out, 0);
                out.writeInt(-1);
                out.writeInt(-1);
                bytes.reset();
                encode(session, encoder);
                out.writeInt(bytes.size());
                bytes.writeTo(out);
            }
            out.writeShort(-1);
        }
    }

    private static void number(DataOutputStream out, int value) throws IOException {
        out.writeInt(Integer.BYTES);
        out.writeInt(value);
    }

    /** Fourteen fields, of which the file says six. */
    private static void encode(Session session, BinaryEncoder encoder) throws IOException {
        encoder.writeString("");
        encoder.writeString("");
        encoder.writeInt((int) session.day().toEpochDay());
        encoder.writeInt(0);
        encoder.writeInt(0);
        encoder.writeString(session.activity());
        encoder.writeInt(0);
        encoder.writeInt(session.sessions());
        encoder.writeInt(session.sessionHours());
        encoder.writeInt(session.presences());
        encoder.writeInt(session.personHours());
        for (int notCounted = 0; notCounted < 3; notCounted++) {
            encoder.writeInt(-1);
        }
        encoder.flush();
    }
}
