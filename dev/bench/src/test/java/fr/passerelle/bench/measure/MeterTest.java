package fr.passerelle.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MeterTest {

    @Test
    void tellsWhatAChildUsedToItsLastTick() throws IOException, InterruptedException {
        Process child = new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done").start();
        Meter meter = Meter.start(List.of(MeteredProcess.child("sh", child.pid())));
        child.waitFor();
        meter.close();

        Cost cost = Objects.requireNonNull(meter.whole().get("sh"));

        assertThat(cost.cpuSeconds()).isPositive();
        assertThat(cost.peakMebibytes()).isLessThan(100);
    }
}
