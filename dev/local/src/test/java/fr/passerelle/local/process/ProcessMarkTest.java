package fr.passerelle.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMarkTest {

    @Test
    void recognisesItselfAndNoOtherProcessWithItsId() {
        var self = ProcessMark.self();

        assertThat(self.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(self.alive()).isTrue();
        assertThat(self.residentMebibytes()).isPositive();

        var former = new ProcessMark(ProcessHandle.current().pid(), "boot:1");

        assertThat(former.alive()).isFalse();
    }

    @Test
    void seesTheEndOfAKilledProcess() throws IOException {
        var mark =
                ProcessMark.of(new ProcessBuilder("sleep", "60").start().pid()).orElseThrow();

        mark.signal("KILL");

        assertThat(mark.awaitEnd(Duration.ofSeconds(5))).isTrue();
        assertThat(mark.residentMebibytes()).isZero();
        assertThat(ProcessMark.arguments(mark.pid())).isEmpty();
    }

    /** The first thread of a killed server may be gone while the others still hold its port. */
    @Test
    void takesAProcessThatLostItsFirstThreadAloneForAlive() throws IOException {
        var exit = System.getProperty("os.arch").equals("aarch64") ? 93 : 60;
        var process = new ProcessBuilder(
                        "perl", "-Mthreads", "-e", "async { sleep 60 }->detach; syscall(" + exit + ", 0)")
                .start();
        var mark = ProcessMark.of(process.pid()).orElseThrow();
        var stat = Path.of("/proc/" + process.pid() + "/stat");

        assertThat(Poll.until(
                        Duration.ofSeconds(10),
                        () -> PrivateFiles.unchecked(() -> Files.readString(stat))
                                .contains(") Z")))
                .isTrue();
        assertThat(mark.alive()).isTrue();
        mark.signal("KILL");
        assertThat(mark.awaitEnd(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void tellsItsPortFromThatOfAnother() throws IOException {
        var other = new ProcessBuilder("sleep", "60").start();
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ProcessMark.self().listensOn(socket.getLocalPort())).isTrue();
            assertThat(ProcessMark.of(other.pid()).orElseThrow().listensOn(socket.getLocalPort()))
                    .isFalse();
        }
        other.destroyForcibly();
    }

    @Test
    void neverSignalsAProcessThatIsNotTheOneItMarked() throws IOException {
        var bystander = new ProcessBuilder("sleep", "60").start();

        new ProcessMark(bystander.pid(), "boot:1").signal("KILL");

        assertThat(bystander.isAlive()).isTrue();
        bystander.destroyForcibly();
    }

    private PidFile file = new PidFile(Path.of(""));

    @BeforeEach
    void liesInADirectoryThatIsNotThereYet(@TempDir Path directory) {
        file = new PidFile(directory.resolve("run").resolve("server.properties"));
    }

    @Test
    void saysNothingBeforeTheFirstStartAndTakesADamagedFileForNone() throws IOException {
        assertThat(file.read()).isEmpty();

        Files.createDirectories(file.file().resolveSibling(""));
        Files.writeString(file.file(), "pid=\nport=12");

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
    void isReadByItsOwnerOnly() throws IOException {
        file.write(new PidFile.Entry(ProcessMark.self(), 1));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void makesTheSecondWaitForTheFirst(@TempDir Path directory) {
        var last = DirectoryLock.holding(directory, () -> {
            var second = CompletableFuture.supplyAsync(() -> DirectoryLock.holding(directory, () -> "in its turn"));
            assertThat(Poll.until(Duration.ofMillis(300), second::isDone)).isFalse();
            return second;
        });

        assertThat(last.join()).isEqualTo("in its turn");
    }
}
