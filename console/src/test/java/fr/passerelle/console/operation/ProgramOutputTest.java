package fr.passerelle.console.operation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.operation.StartedOperation.ProgramOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramOutputTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void leavesStackTracesOut() throws IOException {
        assertThat(linesOf("""
            Fréquentation… fait
            java.lang.IllegalStateException: secret
            \tat fr.passerelle.batch.nightly.Nightly.start(Nightly.java:12) ~[app.jar:1.0]
            \tat java.base/java.lang.Thread.run(Thread.java:1474) ~[na:na]
            \t... 12 common frames omitted
            Caused by: java.sql.SQLException: refusé
            \t... 3 more
            L'exécution N-000002 s'est arrêtée. Le registre ne répond pas.
            """))
                .containsExactly(
                        "Fréquentation… fait", "L'exécution N-000002 s'est arrêtée. Le registre ne répond pas.");
    }

    @Test
    void leavesOutWhatATerminalWouldObey() throws IOException {
        assertThat(linesOf("\u001b[31mrouge\u001b[0m\u0007 et\ttabulé\n")).containsExactly("rouge et\ttabulé");
    }

    @Test
    void keepsTheEndOfALongOutput() throws IOException {
        assertThat(linesOf("ligne\n".repeat(100_000) + "fin\n")).hasSize(400).endsWith("fin");
    }

    @Test
    void keepsItsEndWithoutItsFile() throws IOException {
        Path file = Files.writeString(directory.resolve("sortie.log"), "une\ndeux\n");
        ProgramOutput output = new ProgramOutput(file);

        output.end();
        output.end();

        assertThat(file).doesNotExist();
        assertThat(output.lines()).containsExactly("une", "deux");
    }

    private java.util.List<String> linesOf(String text) throws IOException {
        Path file = directory.resolve("sortie.log");
        Files.writeString(file, text);
        return new ProgramOutput(file).lines();
    }
}
