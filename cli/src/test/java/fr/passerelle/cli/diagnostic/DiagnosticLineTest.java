package fr.passerelle.cli.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import fr.passerelle.schemas.diagnostic.RunTrace.DiagnosticRun;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.NoSuchFileException;
import java.time.DateTimeException;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** A line tells a fault, and nobody. */
class DiagnosticLineTest {

    private final LoggerContext context = new LoggerContext();
    private final DiagnosticLine line = new DiagnosticLine();

    @Test
    void tellsTheRunTheMessageAndTheTrace() {
        var event = event("Un lot a échoué", new UnusableFile("Le registre ne se lit plus."));
        event.setMDCPropertyMap(Map.of("run", "N-000007"));

        assertThat(line.format(event))
                .contains(" ERROR [N-000007] fr.passerelle.Essai : Un lot a échoué" + System.lineSeparator())
                .contains("UnusableFile: Le registre ne se lit plus.")
                .contains("\tat fr.passerelle.cli.diagnostic.DiagnosticLineTest.");
    }

    @Test
    void tellsNoRunWhereThereIsNone() {
        var event = event("Rien à lire", null);
        event.setMDCPropertyMap(Map.of());

        assertThat(line.format(event))
                .endsWith(" ERROR [-] fr.passerelle.Essai : Rien à lire" + System.lineSeparator());
    }

    @Test
    void tellsTheRunInTheThreadsThatWorkForIt() throws Exception {
        DiagnosticRun.begin("R-000003");
        try (var beside = Executors.newSingleThreadExecutor(DiagnosticRun.threads("beside"))) {
            assertThat(beside.submit(() -> MDC.get(DiagnosticRun.KEY)).get()).isEqualTo("R-000003");
        } finally {
            DiagnosticRun.end();
        }
    }

    @Test
    @Tag("I9")
    void tellsNobody() {
        var cell = new DateTimeException("Text 'Zénobie Quatrepoint' could not be parsed");
        var path = new NoSuchFileException("/registres/zenobie-quatrepoint.csv");
        path.addSuppressed(cell);
        var ours = new UnusableFile("Écrivez à zenobie.quatrepoint@exemple.fr.", path);
        var event = event("Demandé par Mme Quatrepoint", ours);
        event.setMDCPropertyMap(Map.of());

        assertThat(line.format(event))
                .contains("java.nio.file.NoSuchFileException", "java.time.DateTimeException", "[masqué]")
                .doesNotContainIgnoringCase("quatrepoint");
    }

    private LoggingEvent event(String message, @Nullable Throwable fault) {
        Logger logger = context.getLogger("fr.passerelle.Essai");
        return new LoggingEvent(getClass().getName(), logger, Level.ERROR, message, fault, null);
    }
}
