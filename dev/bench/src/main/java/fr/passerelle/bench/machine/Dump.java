package fr.passerelle.bench.machine;

import fr.passerelle.local.program.Deployment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The rows that Passerelle wrote, in binary files, so that they can be copied elsewhere.
 *
 * @param deployment whose
 */
public record Dump(Deployment deployment) {

    private static final List<String> TABLES =
            List.of("run", "file", "file_import", "room_number", "attendance_month", "attendance_said", "journal");

    /** Writes {@code <table>.bin} of each table into a folder. */
    public void write(Path folder) {
        try (Connection connection = deployment.database().connect()) {
            Files.createDirectories(folder);
            for (String table : TABLES) {
                try (OutputStream out = Files.newOutputStream(folder.resolve(table + ".bin"))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy passerelle." + table + " to stdout (format binary)", out);
                }
            }
        } catch (SQLException e) {
            throw new BenchFault(
                    "La base de mesure " + deployment.namespace() + " a refusé : " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
