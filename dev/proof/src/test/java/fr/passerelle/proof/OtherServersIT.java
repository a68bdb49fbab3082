package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.hash;
import static fr.passerelle.proof.Deployments.refused;
import static fr.passerelle.proof.Deployments.said;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program.Patience;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.Server;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.RegistryClient.RegistryAccess;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers of somebody else's: a Kafka without accounts, on which Passerelle works and says what that means; a registry that knows accounts; and a client that knows nothing of us. */
class OtherServersIT {

    @Test
    void publishesANightWhereEverybodyMayWriteAndSaysSo(@TempDir Path folder) {
        var servers = TestServers.fresh("open");
        try (var kafka = new OpenKafka(folder);
                var system = Deployments.over(servers.endpoints().withKafka(kafka.access()), servers.namespace())) {
            assertThat(said(system, "register"))
                    .contains("Kafka ne demande à personne qui il est", "« Kafka sous comptes »");
            system.events(1);
            assertThat(hash(system, Inputs.workedCases())).hasSize(64);
            assertThat(refused(system, 1, "rebuild-topics")).contains("events lit le journal");
        }
    }

    /** Who registers the schemas writes, everybody else only reads. */
    @Test
    void publishesANightUnderAnAccountThatOnlyReadsTheRegistry() throws IOException {
        var servers = TestServers.fresh("guarded");
        try (var registry = new GuardedRegistry(servers.endpoints().registryUrl() + RegistryAccess.APICURIO);
                var system = Deployments.over(servers.endpoints().withRegistry(registry.url()), servers.namespace())) {
            var reader = GuardedRegistry.as(GuardedRegistry.READER);
            var refused = system.batch(reader, List.of("register"));
            assertThat(refused.end()).isEqualTo(1);
            assertThat(refused.errors()).contains("ne laisse pas faire ce compte", "passerelle.registry.user");

            var register = system.batch(GuardedRegistry.as(GuardedRegistry.WRITER), List.of("register"));
            assertThat(register.end()).as(register.transcript()).isZero();
            system.events(1, reader);
            assertThat(system.night(Inputs.workedCases(), reader)
                            .get("resultHash")
                            .asString())
                    .hasSize(64);
        }
    }

    /** A broker as others run it: it asks nobody who they are, and keeps no rights. */
    private static final class OpenKafka implements AutoCloseable {

        private static final Path LOCAL = Tree.root().resolve("dev/local/target");
        private static final Patience PATIENCE = new Patience(Duration.ofMinutes(10), Duration.ofMinutes(1));

        private static final String LINE = """
            java=(java -Xmx384m -XX:+UseSerialGC -Dlog4j2.configurationFile="$0/classes/kafka/log4j2.yaml"
                -cp "$0/servers/kafka/*:$0/lib/*")
            "${java[@]}" kafka.tools.StorageTool format --cluster-id UGFzc2VyZWxsZUthZmthMQ --config server.properties &&
                exec "${java[@]}" kafka.Kafka server.properties
            """;

        private final int port = ConsoleProgram.freePort();
        private final ProgramProcess process;

        /** Starts it over a folder that is empty. */
        OpenKafka(Path folder) {
            Tree.write(folder.resolve("server.properties"), """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                group.initial.rebalance.delay.ms=0
                """.formatted(
                            port, ConsoleProgram.freePort(), folder.resolve("data")));
            process = ProgramProcess.start(
                    new ProcessBuilder("bash", "-c", LINE, LOCAL.toString()).directory(folder.toFile()),
                    folder.resolve("log"),
                    PATIENCE);
            process.awaitSaying("Kafka Server started");
        }

        KafkaAccess access() {
            return KafkaAccess.at("127.0.0.1:" + port, Map.of());
        }

        @Override
        public void close() {
            process.stop();
        }
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

    private static final Duration POLL = Duration.ofMillis(500);

    /** A client that knows nothing of us, Apicurio's own deserializer, reads our topics, also after the registry restarted. */
    @Test
    @Tag("proof")
    void decodesTransitionsAndConversionsAlsoAfterTheRegistryRestarted(@TempDir Path var) {
        var servers = LocalServers.start(var);
        try (var system = Deployments.on(servers.endpoints())) {
            system.events(1);
            var hash = hash(system, Inputs.workedCases());
            assertThatAForeignClientReads(system);

            servers.stop(Server.REGISTRY);
            servers.start(Server.REGISTRY);

            assertThatAForeignClientReads(system);
            assertThat(hash(system, Inputs.forced())).isEqualTo(hash);
        } finally {
            servers.stop();
        }
    }

    private static void assertThatAForeignClientReads(Deployment system) {
        assertThat(recordNames(system, "passerelle.transitions"))
                .contains("RunOpened", "EpciDescribed", "RoomInventoried", "MonthReported", "RunClosed");
        assertThat(recordNames(system, "passerelle.conversions")).contains("ConversionProposed");
    }

    private static Set<String> recordNames(Deployment system, String topic) {
        var names = new HashSet<String>();
        try (var consumer = new KafkaConsumer<String, GenericRecord>(configuration(system))) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            Waiting.until(() -> {
                consumer.poll(POLL)
                        .forEach(each -> names.add(each.value().getSchema().getName()));
                return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            });
        }
        return names;
    }

    private static Map<String, Object> configuration(Deployment system) {
        return system.endpoints()
                .administrator()
                .with(Map.of(
                        "isolation.level",
                        "read_committed",
                        "key.deserializer",
                        StringDeserializer.class.getName(),
                        "value.deserializer",
                        AvroKafkaDeserializer.class.getName(),
                        "apicurio.registry.url",
                        system.endpoints().registryUrl() + "/apis/registry/v3"));
    }
}
