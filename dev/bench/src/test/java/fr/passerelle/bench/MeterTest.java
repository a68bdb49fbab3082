package fr.passerelle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.local.process.LocalFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

class MeterTest {

    @TempDir
    private Path folder;

    @Test
    void tellsWhatAChildUsedToItsLastTick() throws IOException, InterruptedException {
        Process child = new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done").start();
        long from = System.currentTimeMillis();
        Meter meter = new Meter(Proc.ofThisMachine(), Map.of("sh", child.pid()), "sh");
        child.waitFor();
        meter.close();

        Meter.Cost cost = Objects.requireNonNull(
                meter.between(from, System.currentTimeMillis()).get("sh"));

        assertThat(cost.cpuSeconds()).isPositive();
        assertThat(cost.peakMebibytes()).isLessThan(100);
    }

    @Test
    @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
    void failsWhereALookFailed() throws IOException, InterruptedException {
        Meter meter = new Meter(new Proc(folder), Map.of("sh", 1L), "other");
        Path stat = Files.createDirectory(folder.resolve("1")).resolve("stat");
        assertThat(new ProcessBuilder("mkfifo", stat.toString()).start().waitFor())
                .isZero();

        // Waits until the meter looks.
        Files.writeString(stat, "1 (sh) S" + " ?".repeat(20));
        Files.delete(stat);

        assertThatThrownBy(meter::close).isInstanceOf(LocalFault.class).hasCauseInstanceOf(NumberFormatException.class);
    }
}
