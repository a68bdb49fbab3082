package fr.passerelle.sources;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Reads an attendance file in a process of its own and says how many rows it has, and the most memory and the time of a processor that it took. */
final class LargeFileReader {

    private static final Path STATUS = Path.of("/proc/self/status");

    private LargeFileReader() {}

    /** @param arguments the file */
    public static void main(String[] arguments) throws IOException {
        long rows = 0;
        long accepted = 0;
        try (TableSource source =
                TableSource.unchecked(Path.of(arguments[0]), "F", TableSchema.frequentation(), Mapping.CANONICAL)) {
            for (Row.RowOutcome outcome = source.next(); outcome != null; outcome = source.next()) {
                rows++;
                accepted += outcome instanceof Row.RowOutcome.Accepted ? 1 : 0;
            }
        }
        System.out.println("rows=" + rows + " accepted=" + accepted + " " + peak() + " cpu=" + busy());
    }

    private static Duration busy() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static String peak() throws IOException {
        return Files.exists(STATUS)
                ? Files.readAllLines(STATUS).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .findFirst()
                        .orElse("")
                : "";
    }
}
