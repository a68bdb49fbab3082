package fr.passerelle.local.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.program.Program.Patience;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramProcessTest {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(10));
    private static final String FOREVER = "while :; do sleep 0.1; done";

    @TempDir
    private Path folder;

    @Test
    void keepsWhatIsPrintedOnEachStream() {
        var program = start("echo sortie; echo erreur >&2; exit 3", PATIENCE);

        assertThat(program.end()).isEqualTo(3);
        assertThat(program.output()).isEqualTo("sortie\n");
        assertThat(program.errors()).isEqualTo("erreur\n");
        assertThat(program.lastLine()).isEqualTo("erreur");
    }

    @Test
    void awaitsWhatIsPrintedOnEitherStream() {
        var program = start("sleep 0.2; echo est lu >&2; " + FOREVER, PATIENCE);

        assertThat(program.awaitSaying("est l.").isAlive()).isTrue();
        assertThat(program.stop()).isTrue();
    }

    @Test
    void tellsWhatWasPrintedLastByAProgramThatEndedWithoutTheAwaitedWord() {
        var program = start("echo premier; echo refus", PATIENCE);

        assertThatThrownBy(() -> program.awaitSaying("est lu"))
                .isInstanceOfSatisfying(
                        LocalFault.class, fault -> assertThat(fault.sentence()).contains("est lu", "refus"))
                .hasMessageContaining("premier");
    }

    @Test
    void answersTheOutputOfAProgramThatEndsWellAndRefusesAnother() {
        assertThat(start("echo oui", PATIENCE).answer()).isEqualTo("oui\n");
        assertThatThrownBy(() -> start("echo non; exit 2", PATIENCE).answer()).hasMessageContaining("code 2");
    }

    @Test
    void isKilledBySignalNine() {
        var program = start(FOREVER, PATIENCE);

        assertThat(program.killNine()).isEqualTo(ProgramProcess.KILLED);
        assertThat(program.isAlive()).isFalse();
    }

    @Test
    void wakesUpAFrozenProgramToStopIt() {
        var program = start("echo là; " + FOREVER, PATIENCE).awaitSaying("là");
        program.signal("STOP");
        assertThat(program.awaitStopped()).isTrue();

        assertThat(program.stop()).isTrue();
    }

    @Test
    void endsByForceWhatDoesNotListenAndSaysSo() {
        var deaf = "trap '' TERM; echo là; " + FOREVER;
        var hurry = new Patience(Duration.ofSeconds(20), Duration.ofMillis(300));

        assertThat(start(deaf, hurry).awaitSaying("là").stop()).isFalse();
        assertThatThrownBy(start(deaf, hurry).awaitSaying("là")::close).isInstanceOf(LocalFault.class);
    }

    @Test
    void endsByForceWhatDoesNotEndInTime() {
        var program = start(FOREVER, new Patience(Duration.ofMillis(300), Duration.ofSeconds(10)));

        assertThatThrownBy(program::end).isInstanceOf(LocalFault.class);
        assertThat(program.killNine()).isEqualTo(ProgramProcess.KILLED);
    }

    @Test
    void refusesACommandThatDoesNotExist() {
        assertThatThrownBy(() ->
                        ProgramProcess.start(new ProcessBuilder("ni-fait-ni-a-faire"), folder.resolve("log"), PATIENCE))
                .isInstanceOf(LocalFault.class)
                .hasMessageContaining("ni-fait-ni-a-faire");
    }

    private ProgramProcess start(String line, Patience patience) {
        var log = folder.resolve("log").resolve("n" + System.nanoTime());
        return ProgramProcess.start(new ProcessBuilder("bash", "-c", line), log, patience);
    }
}
