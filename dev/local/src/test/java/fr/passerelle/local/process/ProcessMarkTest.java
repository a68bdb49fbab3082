package fr.passerelle.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessMarkTest {

    @Test
    void recognisesItself() {
        var self = ProcessMark.self();

        assertThat(self.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(self.alive()).isTrue();
        assertThat(self.residentMebibytes()).isPositive();
    }

    @Test
    void doesNotTakeAnotherProcessWithTheSameIdForItsOwn() {
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

    @Test
    void neverSignalsAProcessThatIsNotTheOneItMarked() throws IOException {
        var bystander = new ProcessBuilder("sleep", "60").start();

        new ProcessMark(bystander.pid(), "boot:1").signal("KILL");

        assertThat(bystander.isAlive()).isTrue();
        bystander.destroyForcibly();
    }
}
