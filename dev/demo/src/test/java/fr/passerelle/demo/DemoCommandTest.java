package fr.passerelle.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void showsItsHelpInFrench() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("Usage : demo", "données reconstituées", "--exit", "--json");
    }

    @Test
    void refusesAnUnknownOptionInOneSentence() {
        assertThat(execute("--sortie")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("--sortie", "--help");
    }

    private int execute(String... arguments) {
        return DemoCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void resumesTheRunsThatStoppedAndNoOther() {
        String runs = """
            [{"run":"N-000003","state":"FAILED"},{"run":"N-000002","state":"ABANDONED"},{"run":"N-000001","state":"PUBLISHED"}]
            """;

        assertThat(Night.unfinished(runs)).containsExactly("N-000003");

        assertThat(Night.unfinished("[]")).isEmpty();
    }

    /** A signal in the middle of a demonstration: its programs are being stopped when the night, without them, ends too. */
    @Test
    void endsWithoutATraceWhereASignalEndsItMeanwhile(@TempDir Path var) throws IOException, InterruptedException {
        Process ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndedBySignal.class.getName(),
                        var.toString())
                .redirectErrorStream(true)
                .start();

        String said = new String(ended.getInputStream().readAllBytes(), UTF_8);

        assertThat(ended.waitFor()).isZero();
        assertThat(said).isEqualToIgnoringNewLines("Arrêt de ce que la démonstration a démarré…");
    }

    /** Closes its station when the program already ends. */
    static final class EndedBySignal {

        public static void main(String[] arguments) {
            PrintWriter progress = new PrintWriter(System.out, false, UTF_8);
            Workstation station = Workstation.attended(Path.of(arguments[0]), progress);
            Runtime.getRuntime().addShutdownHook(new Thread(station::close));
        }
    }
}
