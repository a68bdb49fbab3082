package fr.passerelle.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** What the process says of itself: that it lives, whether it is ready, and how far it has read. */
class HealthTest {

    @TempDir
    private Path state;

    @Test
    void livesButIsNotReadyWithoutItsServers() throws Exception {
        try (var events = events("--spring.main.web-application-type=servlet", "--server.port=0")) {
            var port = events.getEnvironment().getRequiredProperty("local.server.port");

            assertThat(status(port, "liveness")).isEqualTo(200);
            assertThat(status(port, "readiness")).isEqualTo(503);
        }
    }

    @Test
    void opensNoPortUnlessItIsAskedTo() {
        try (var events = events()) {
            assertThat(events.getEnvironment().containsProperty("local.server.port"))
                    .isFalse();
        }
    }

    private ConfigurableApplicationContext events(String... more) {
        var arguments = new ArrayList<>(List.of(
                "--passerelle.stream.state-dir=" + state,
                "--passerelle.postgres.url=jdbc:postgresql://127.0.0.1:1/none",
                "--passerelle.kafka.bootstrap=127.0.0.1:1",
                "--passerelle.registry.url=http://127.0.0.1:1"));
        arguments.addAll(List.of(more));
        return SpringApplication.run(EventsApplication.class, arguments.toArray(String[]::new));
    }

    private static int status(String port, String group) throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/" + group));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(question.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private final Map<MetricName, Metric> log = new LinkedHashMap<>();
    private final Map<MetricName, Metric> results = new LinkedHashMap<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void isUpWhenTheLogIsReadItsResultsAreWrittenAndKafkaAnswersAlone() {
        assertThat(flow(true, true, true).health().getStatus()).isEqualTo(Status.UP);
        assertThat(flow(false, true, true).health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(flow(true, false, true).health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(flow(true, true, false).health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void addsUpWhatIsNotYetReadOfTheLogAndNotOfTheStates() {
        add(log, "records-lag", "events-StreamThread-1-consumer", "0", 3.0);
        add(log, "records-lag", "events-StreamThread-2-consumer", "1", 4.0);
        add(log, "records-lag", "events-StreamThread-2-consumer", "2", Double.NaN);
        add(log, "records-lag", "events-StreamThread-1-restore-consumer", "0", 1_000.0);
        add(log, "records-lag-max", "events-StreamThread-1-consumer", "0", 9.0);
        add(log, "restore-remaining-records-total", "events-StateUpdater-1", "0", 12.0);
        add(log, "dropped-records-total", "events-StreamThread-1", "0", 1.0);
        add(results, "records-lag", "consumer-projection-1", "0", 5.0);

        flow(true, true, true).bindTo(registry);

        assertThat(figure("passerelle.log.lag.records")).isEqualTo(7);
        assertThat(figure("passerelle.log.restore.records")).isEqualTo(12);
        assertThat(figure("passerelle.log.undecodable.records")).isEqualTo(1);
        assertThat(figure("passerelle.results.lag.records")).isEqualTo(5);
        assertThat(figure("passerelle.log.reading")).isEqualTo(1);
    }

    private LogFlow flow(boolean reading, boolean writing, boolean topics) {
        return new LogFlow(() -> reading, () -> writing, () -> topics, () -> log, () -> List.of(results));
    }

    private double figure(String name) {
        return registry.get(name).gauge().value();
    }

    private static void add(Map<MetricName, Metric> to, String name, String client, String partition, Object value) {
        var named = new MetricName(name, "", "", Map.of("client-id", client, "partition", partition));
        to.put(named, new Measured(named, value));
    }

    private record Measured(MetricName metricName, Object metricValue) implements Metric {}
}
