package fr.passerelle.schemas.diagnostic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What a collector is sent of the work on a run. The trace is the program's own: no two tests at once. */
@Isolated
class RunTraceTest {

    /** The beginning of {@code printf nord/N-000001 | sha256sum}. */
    private static final String TRACE = "1b882a2a08210e99f6f6db63d9770240";

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private HttpServer collector;

    @BeforeEach
    void collect() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            try (exchange) {
                bodies.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        collector.start();
    }

    @AfterEach
    void stop() {
        DiagnosticRun.end();
        collector.stop(0);
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

        assertThat(bodies).hasSize(2);
        assertThat(bodies.get(0)).contains("premier", "nord", "nuit de premier", "partie", "N-000001", trace());
        assertThat(bodies.get(1)).contains("second", "nuit de second", trace());
    }

    @Test
    void tellsNothingOfWorkThatIsForNoRun() throws Exception {
        try (AutoCloseable ignored = RunTrace.to(endpoint(), "programme", "nord")) {
            RunTrace.begin("rien").close();
        }

        assertThat(bodies).isEmpty();
    }

    @Test
    void tellsNobodyWhereNobodyCollects() throws Exception {
        DiagnosticRun.begin("N-000001");
        try (AutoCloseable ignored = RunTrace.to("", "programme", "nord");
                var work = RunTrace.begin("nuit")) {
            work.fail();
        }

        assertThat(bodies).isEmpty();
    }

    @Test
    void endsWhereTheCollectorDoesNotAnswer() throws Exception {
        String nowhere = endpoint();
        collector.stop(0);
        DiagnosticRun.begin("N-000001");

        try (AutoCloseable ignored = RunTrace.to(nowhere, "programme", "nord")) {
            RunTrace.begin("nuit").close();
        }

        assertThat(bodies).isEmpty();
    }

    private String endpoint() {
        return "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces";
    }

    private static String trace() {
        return new String(HexFormat.of().parseHex(TRACE), ISO_8859_1);
    }
}
