package fr.passerelle.schemas.diagnostic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.diagnostic.RunTrace.DiagnosticRun;
import fr.passerelle.schemas.fixture.TinyServer;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What a collector is sent of the work on a run. The trace is the program's own: no two tests at once. */
@Isolated
class RunTraceTest {

    /** The beginning of {@code printf nord/N-000001 | sha256sum}. */
    private static final String TRACE = "1b882a2a08210e99f6f6db63d9770240";

    @AutoClose
    private TinyServer collector;

    @BeforeEach
    void collect() throws IOException {
        collector = new TinyServer(200, "");
    }

    @AfterEach
    void stop() {
        DiagnosticRun.end();
    }

    @Test
    void putsTheWorkOfTwoProgramsOnARunIntoOneTrace() throws Exception {
        for (String program : List.of("premier", "second")) {
            try (AutoCloseable ignored = RunTrace.to(endpoint(), program, "nord")) {
                DiagnosticRun.begin("N-000001");
                try (var run = RunTrace.begin("nuit de " + program);
                        var part = RunTrace.begin("partie").about(3)) {
                    part.fail();
                }
                DiagnosticRun.end();
            }
        }

        var bodies = collector.bodies();
        assertThat(bodies).hasSize(2);
        assertThat(bodies.get(0)).contains("premier", "nord", "nuit de premier", "partie", "N-000001", trace());
        assertThat(bodies.get(1)).contains("second", "nuit de second", trace());
    }

    @Test
    void tellsNothingOfWorkThatIsForNoRun() throws Exception {
        try (AutoCloseable ignored = RunTrace.to(endpoint(), "programme", "nord")) {
            RunTrace.begin("rien").close();
        }

        assertThat(collector.bodies()).isEmpty();
    }

    @Test
    void tellsNobodyWhereNobodyCollects() throws Exception {
        DiagnosticRun.begin("N-000001");
        try (AutoCloseable ignored = RunTrace.to("", "programme", "nord");
                var work = RunTrace.begin("nuit")) {
            work.fail();
        }

        assertThat(collector.bodies()).isEmpty();
    }

    @Test
    void endsWhereTheCollectorDoesNotAnswer() throws Exception {
        String nowhere = endpoint();
        collector.close();
        DiagnosticRun.begin("N-000001");

        try (AutoCloseable ignored = RunTrace.to(nowhere, "programme", "nord")) {
            RunTrace.begin("nuit").close();
        }

        assertThat(collector.bodies()).isEmpty();
    }

    private String endpoint() {
        return collector.url() + "/v1/traces";
    }

    private static String trace() {
        return new String(HexFormat.of().parseHex(TRACE), ISO_8859_1);
    }
}
