package fr.passerelle.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Half a gigabyte of each kind is read with a quarter of a gigabyte of memory. */
@Tag("proof")
class LargeFilesIT {

    private static final String MEMORY = "-Xmx256m";

    private Path file = Path.of("");

    @BeforeEach
    void makeAPlace() throws IOException {
        file = Files.createTempFile(Files.createDirectories(Path.of("target")), "large-", ".tmp");
    }

    @AfterEach
    void clear() throws IOException {
        Files.delete(file);
    }

    @Test
    void readsALargeTextFile(TestReporter reporter) throws Exception {
        long rows = LargeFiles.csv(file);

        assertThat(read(reporter)).startsWith("rows=%d accepted=%d ".formatted(rows, rows));
    }

    @Test
    void readsALargeXlsx(TestReporter reporter) throws Exception {
        long rows = LargeFiles.xlsx(file);

        assertThat(read(reporter)).startsWith("rows=%d accepted=%d ".formatted(rows, rows));
    }

    @Test
    void readsALargeOds(TestReporter reporter) throws Exception {
        long rows = LargeFiles.ods(file);

        assertThat(read(reporter)).startsWith("rows=%d accepted=%d ".formatted(rows, rows));
    }

    /** What the reader says in a process of its own. */
    private String read(TestReporter reporter) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeFileReader.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        reporter.publishEntry("read", said.strip() + " in " + Duration.ofNanos(System.nanoTime() - start));

        assertThat(exit).as(said).isZero();
        return said;
    }
}
