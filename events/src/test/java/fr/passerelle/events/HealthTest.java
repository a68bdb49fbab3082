package fr.passerelle.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The process without one server that it needs: it lives, and is not ready. */
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
}
