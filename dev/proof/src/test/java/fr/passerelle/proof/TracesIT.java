package fr.passerelle.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A night as a collector of traces sees it: what each program did for the run is one trace, from the file to the projection. */
class TracesIT {

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
        collector.stop(0);
    }

    @Test
    void showsTheNightFromTheFileToTheProjection() throws GeneralSecurityException {
        var traced = Map.of(
                "passerelle.traces.endpoint",
                "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces");
        try (var system = Deployments.fresh("traces")) {
            var events = system.eventsProcess(1, traced);
            var night = system.batchProcess(traced, Inputs.workedCases());
            assertThat(night.end()).as(night.output() + night.errors()).isIn(0, 3);
            assertThat(events.stop()).isTrue();

            var trace = traceOf(system.namespace() + "/N-000001");
            assertThat(toldBy("passerelle-batch"))
                    .contains("attempt", "stage", "fold", "relay", "reconcile", "N-000001", trace);
            assertThat(toldBy("passerelle-events")).contains("score", "project", "N-000001", trace);
        }
    }

    private String toldBy(String program) {
        var told = bodies.stream().filter(body -> body.contains(program)).toList();
        return String.join("", told);
    }

    /** The sixteen bytes that are the trace's id. */
    private static String traceOf(String run) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(run.getBytes(UTF_8));
        return new String(digest, 0, 16, ISO_8859_1);
    }
}
