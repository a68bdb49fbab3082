package fr.passerelle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MeterTest {

    @Test
    void tellsWhatAChildUsedToItsLastTick() throws IOException, InterruptedException {
        Process child = new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done").start();
        long from = System.currentTimeMillis();
        Meter meter = Meter.start(Map.of("sh", child.pid()), "sh");
        child.waitFor();
        meter.close();

        Meter.Cost cost = Objects.requireNonNull(
                meter.between(from, System.currentTimeMillis()).get("sh"));

        assertThat(cost.cpuSeconds()).isPositive();
        assertThat(cost.peakMebibytes()).isLessThan(100);
    }
}
