package fr.passerelle.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.fixture.TinyServer;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A night as a collector of traces sees it: what each program did for the run is one trace, from the file to the projection. */
class TracesIT {

    @Test
    void showsTheNightFromTheFileToTheProjection() throws IOException, GeneralSecurityException {
        try (var collector = new TinyServer(200, "");
                var system = Deployments.fresh("traces")) {
            var traced = Map.of("passerelle.traces.endpoint", collector.url() + "/v1/traces");
            var events = system.eventsProcess(1, traced);
            var night = system.batchProcess(traced, Inputs.workedCases());
            assertThat(night.end()).as(night.output() + night.errors()).isIn(0, 3);
            assertThat(events.stop()).isTrue();

            var trace = traceOf(system.namespace() + "/N-000001");
            assertThat(toldBy("passerelle-batch", collector.bodies()))
                    .contains("attempt", "stage", "fold", "relay", "reconcile", "N-000001", trace);
            assertThat(toldBy("passerelle-events", collector.bodies())).contains("score", "project", "N-000001", trace);
        }
    }

    private static String toldBy(String program, List<String> bodies) {
        var told = bodies.stream().filter(body -> body.contains(program)).toList();
        return String.join("", told);
    }

    /** The sixteen bytes that are the trace's id. */
    private static String traceOf(String run) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(run.getBytes(UTF_8));
        return new String(digest, 0, 16, ISO_8859_1);
    }
}
