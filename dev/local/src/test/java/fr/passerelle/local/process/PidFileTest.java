package fr.passerelle.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    private PidFile file = new PidFile(Path.of(""));

    @BeforeEach
    void liesInADirectoryThatIsNotThereYet(@TempDir Path directory) {
        file = new PidFile(directory.resolve("run").resolve("server.properties"));
    }

    @Test
    void saysNothingBeforeTheFirstStart() {
        assertThat(file.read()).isEmpty();
    }

    @Test
    void tellsTheRunningProcess() {
        var entry = new PidFile.Entry(ProcessMark.self(), 5432);

        file.write(entry);

        assertThat(file.running()).contains(entry);
    }

    @Test
    void keepsThePortOfAProcessThatIsGone() {
        file.write(new PidFile.Entry(new ProcessMark(ProcessHandle.current().pid(), "boot:1"), 5432));

        assertThat(file.running()).isEmpty();
        assertThat(file.read().map(PidFile.Entry::port)).contains(5432);
    }

    @Test
    void takesADamagedFileForNone() throws IOException {
        Files.createDirectories(file.file().resolveSibling(""));
        Files.writeString(file.file(), "pid=\nport=12");

        assertThat(file.read()).isEmpty();
    }

    @Test
    void isReadByItsOwnerOnly() throws IOException {
        file.write(new PidFile.Entry(ProcessMark.self(), 1));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.file())))
                .isEqualTo("rw-------");
    }
}
