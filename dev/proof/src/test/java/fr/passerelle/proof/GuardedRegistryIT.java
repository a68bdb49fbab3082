package fr.passerelle.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.schemas.contract.RegistryClient.RegistryAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A registry that knows accounts: who registers the schemas writes, everybody else only reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuardedRegistryIT {

    private GuardedRegistry registry;
    private Deployment system;

    @BeforeAll
    void guardTheRegistry() throws IOException {
        var servers = TestServers.fresh("guarded");
        registry = new GuardedRegistry(servers.endpoints().registryUrl() + RegistryAccess.APICURIO);
        system = Deployments.over(servers.endpoints().withRegistry(registry.url()), servers.namespace());
    }

    @AfterAll
    void endIt() {
        system.close();
        registry.close();
    }

    @Test
    @Order(1)
    void registersNothingUnderAnAccountThatReads() {
        var register = system.batch(GuardedRegistry.as(GuardedRegistry.READER), List.of("register"));

        assertThat(register.end()).isEqualTo(1);
        assertThat(register.errors()).contains("ne laisse pas faire ce compte", "passerelle.registry.user");
    }

    @Test
    @Order(2)
    void publishesANightUnderAnAccountThatReads() {
        var register = system.batch(GuardedRegistry.as(GuardedRegistry.WRITER), List.of("register"));
        assertThat(register.end()).as(register.output() + register.errors()).isZero();
        var reader = GuardedRegistry.as(GuardedRegistry.READER);

        system.events(1, reader);

        assertThat(system.night(Inputs.workedCases(), reader).get("resultHash").asString())
                .hasSize(64);
    }

    /**
     * A registry as Karapace and Confluent's are: its API is at the root, it asks everybody who they are, and one account writes where the
     * other only reads. Behind it is the build's own registry.
     */
    private static final class GuardedRegistry implements AutoCloseable {

        static final String WRITER = "ecrivain";
        static final String READER = "lecteur";

        private static final String PASSWORD = "motdepasse";
        private static final String JSON = "application/vnd.schemaregistry.v1+json";

        private final HttpClient client = HttpClient.newHttpClient();
        private final HttpServer server;
        private final String api;

        /** @param api the root of the API that is asked in the end */
        GuardedRegistry(String api) throws IOException {
            this.api = api;
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::answer);
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        /** The settings of a program that signs in as somebody. */
        static Map<String, String> as(String account) {
            return Map.of(
                    "passerelle.registry.path", "",
                    "passerelle.registry.user", account,
                    "passerelle.registry.password", PASSWORD);
        }

        @Override
        public void close() {
            server.stop(0);
            client.close();
        }

        private void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                var body = exchange.getRequestBody().readAllBytes();
                if (!signedIn(exchange, WRITER) && !signedIn(exchange, READER)) {
                    send(exchange, 401, "{\"error_code\":401,\"message\":\"Unauthorized\"}");
                } else if (writes(exchange) && !signedIn(exchange, WRITER)) {
                    send(exchange, 403, "{\"error_code\":403,\"message\":\"Forbidden\"}");
                } else {
                    passOn(exchange, body);
                }
            }
        }

        private static boolean signedIn(HttpExchange exchange, String account) {
            var pair = Base64.getEncoder().encodeToString((account + ":" + PASSWORD).getBytes(UTF_8));
            return ("Basic " + pair).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        }

        /** To look a schema up is a POST, too. */
        private static boolean writes(HttpExchange exchange) {
            return switch (exchange.getRequestMethod()) {
                case "GET" -> false;
                case "POST" -> exchange.getRequestURI().getPath().endsWith("/versions");
                default -> true;
            };
        }

        private void passOn(HttpExchange exchange, byte[] body) throws IOException {
            var request = HttpRequest.newBuilder(URI.create(api + exchange.getRequestURI()))
                    .header("Content-Type", JSON)
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body))
                    .build();
            try {
                var answer = client.send(request, BodyHandlers.ofString());
                send(exchange, answer.statusCode(), answer.body());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                send(exchange, 503, "{}");
            }
        }

        private static void send(HttpExchange exchange, int status, String body) throws IOException {
            var bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", JSON);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
