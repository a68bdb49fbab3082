package fr.passerelle.local.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.program.Program.Patience;
import fr.passerelle.local.program.ThreadLauncher.ProgramThread;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramThreadTest {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(10));

    @TempDir
    private Path folder;

    @Test
    void keepsWhatItAndTheThreadsThatItStartsPrint() throws Exception {
        var program = start(() -> {
            System.out.println("été");
            var other = new Thread(() -> System.err.println("ailleurs"));
            other.start();
            other.join();
            return 3;
        });

        assertThat(program.end()).isEqualTo(3);
        assertThat(program.output()).isEqualTo("été\n");
        assertThat(program.errors()).isEqualTo("ailleurs\n");
    }

    @Test
    void keepsApartWhatTwoOfThemPrint() {
        var first = start(() -> say("un"));
        var second = start(() -> say("deux"));

        assertThat(first.end() + second.end()).isZero();
        assertThat(first.output()).isEqualTo("un\n");
        assertThat(second.output()).isEqualTo("deux\n");
    }

    @Test
    void endsWhenItIsAskedTo() {
        var program = start(() -> {
            new CountDownLatch(1).await();
            return 0;
        });

        assertThat(program.isAlive()).isTrue();
        assertThat(program.stop()).isTrue();
        assertThat(program.isAlive()).isFalse();
    }

    @Test
    void failsWithTheTraceOfAFault() {
        var program = start(() -> {
            throw new IllegalStateException("panne");
        });

        assertThat(program.end()).isEqualTo(1);
        assertThat(program.errors()).contains("IllegalStateException: panne", "\tat ");
    }

    @Test
    void saysWhatItPrintedWhenItDoesNotEnd() {
        var latch = new CountDownLatch(1);
        var program = new ProgramThread(
                () -> {
                    say("toujours là");
                    latch.await();
                    return 0;
                },
                getClass().getClassLoader(),
                folder.resolve("lent"),
                new Patience(Duration.ofMillis(200), Duration.ofSeconds(10)));

        assertThatThrownBy(program::end).isInstanceOf(LocalFault.class).hasMessageContaining("toujours là");
        assertThat(program.stop()).isTrue();
    }

    private static int say(String text) {
        System.out.println(text);
        return 0;
    }

    private ProgramThread start(Callable<Integer> entry) {
        return new ProgramThread(
                entry, getClass().getClassLoader(), folder.resolve("essai-" + System.nanoTime()), PATIENCE);
    }
}
