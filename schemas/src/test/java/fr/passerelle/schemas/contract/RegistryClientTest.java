package fr.passerelle.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.schemas.contract.RegistryClient.RegistryAccess;
import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.schemas.fixture.TinyServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client does when the registry is wrong, late or absent, and how it signs in at Kafka. The real ones are asked by the tests that use servers. */
class RegistryClientTest {

    @Test
    void saysWhereTheRegistryShouldBeAndHowToStartIt() throws IOException {
        String url;
        try (ServerSocket free = new ServerSocket(0)) {
            url = "http://127.0.0.1:" + free.getLocalPort();
        }

        assertThatThrownBy(() -> new RegistryClient(url + "/").schema(1))
                .isInstanceOf(OutsideFault.class)
                .hasMessage("Le registre de schémas ne répond pas à " + url
                        + " : démarrez les serveurs avec « ./passerelle up ».");
    }

    @Test
    void doesNotWaitForEver() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort();
            RegistryClient client = new RegistryClient(RegistryAccess.apicurio(url), Duration.ofMillis(200));

            assertThatThrownBy(() -> client.schema(1))
                    .isInstanceOf(OutsideFault.class)
                    .hasMessageContaining(url);
        }
    }

    @Test
    void passesOnWhyTheRegistryRefuses() throws IOException {
        try (TinyServer registry = new TinyServer(409, "{\"error_code\":409,\"message\":\"Incompatible schema\"}")) {
            RegistryClient client = new RegistryClient(registry.url());

            assertThatThrownBy(() -> client.register("t-R", RunAbandoned.SCHEMA$))
                    .isInstanceOf(OutsideFault.class)
                    .hasMessage("Le registre de schémas a refusé POST " + registry.url()
                            + "/apis/ccompat/v7/subjects/t-R/versions : code 409, Incompatible schema");
        }
    }

    @Test
    void takesAnUnknownSubjectOrIdForAnAnswer() throws IOException {
        try (TinyServer registry = new TinyServer(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}")) {
            RegistryClient client = new RegistryClient(registry.url());

            assertThat(client.find("t-R", RunAbandoned.SCHEMA$)).isEmpty();
            assertThat(client.schema(12)).isEmpty();
            assertThat(registry.requests())
                    .containsExactly("POST /apis/ccompat/v7/subjects/t-R", "GET /apis/ccompat/v7/schemas/ids/12");
        }
    }

    @Test
    void asksForAHistoryThatStaysReadableAndEscapesASubject() throws IOException {
        try (TinyServer registry = new TinyServer(200, "{\"compatibility\":\"BACKWARD_TRANSITIVE\"}")) {
            new RegistryClient(registry.url()).requireReadableHistory("t-R");

            assertThat(registry.requests()).containsExactly("PUT /apis/ccompat/v7/config/t-R");
        }
        try (TinyServer registry = new TinyServer(200, "{\"id\": 4}")) {
            assertThat(new RegistryClient(registry.url()).find("a b/c", RunAbandoned.SCHEMA$))
                    .hasValue(4);
            assertThat(registry.requests()).containsExactly("POST /apis/ccompat/v7/subjects/a%20b%2Fc");
        }
    }

    @Test
    void asksARegistryWhoseApiIsAtItsRootUnderAnAccount() throws IOException {
        try (TinyServer registry = new TinyServer(200, "{\"id\": 4}")) {
            RegistryAccess access = new RegistryAccess(registry.url() + "/", "", "lecteur", "é:secret");

            assertThat(new RegistryClient(access).find("t-R", RunAbandoned.SCHEMA$))
                    .hasValue(4);
            assertThat(registry.requests()).containsExactly("POST /subjects/t-R");
            assertThat(registry.visitors()).containsExactly("Basic bGVjdGV1cjrDqTpzZWNyZXQ=");
            assertThat(access).hasToString("RegistryAccess[" + registry.url() + "]");
        }
    }

    @Test
    void saysThatTheRegistryDoesNotLetTheAccount() throws IOException {
        try (TinyServer registry = new TinyServer(403, "{}")) {
            RegistryClient client = new RegistryClient(registry.url());

            assertThatThrownBy(() -> client.requireReadableHistory("t-R"))
                    .isInstanceOf(OutsideFault.class)
                    .hasMessageContaining("passerelle.registry.user")
                    .hasMessageContaining("PUT " + registry.url());
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
        200, <html>, Réponse inattendue de, ./passerelle up
        502, <html>Bad gateway</html>, ``, code 502
        """)
    void recognisesAServerThatIsNoRegistryAndPassesOnWhatAProxyAnswersInstead(
            int status, String body, String begin, String within) throws IOException {
        try (TinyServer page = new TinyServer(status, body)) {
            RegistryClient client = new RegistryClient(page.url());

            assertThatThrownBy(() -> client.schema(1))
                    .isInstanceOf(OutsideFault.class)
                    .hasMessageStartingWith(begin.isEmpty() ? begin : begin + " " + page.url())
                    .hasMessageContaining(within);
        }
    }

    @Test
    void recognisesAnAnswerThatLacksWhatWasAsked() throws IOException {
        try (TinyServer odd = new TinyServer(200, "{\"schema\": \"{\"}")) {
            RegistryClient client = new RegistryClient(odd.url());

            assertThatThrownBy(() -> client.schema(1)).isInstanceOf(OutsideFault.class);
            assertThatThrownBy(() -> client.register("t-R", RunAbandoned.SCHEMA$))
                    .isInstanceOf(OutsideFault.class);
        }
    }

    private static final Map<String, String> SCRAM =
            Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "SCRAM-SHA-512");

    @Test
    void signsInWhereThePasswordIsAskedFor() {
        assertThat(KafkaAccess.at("kafka:9092", SCRAM).as("nuit", "a\"b\\c").with(Map.of("client.id", "essai")))
                .containsEntry("bootstrap.servers", "kafka:9092")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("client.id", "essai")
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"nuit\""
                                + " password=\"a\\\"b\\\\c\";");
    }

    @Test
    void signsInPlainlyWhereTheBrokersTakeNothingElse() {
        assertThat(access(Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN"))
                        .with(Map.of()))
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"nuit\""
                                + " password=\"secret\";");
    }

    @Test
    void signsInNowhereElseLeavesWhatTheSettingsSayAndSaysNoSecret() {
        var own = Map.of("sasl.mechanism", "SCRAM-SHA-256", "sasl.jaas.config", "x required;");

        assertThat(access(own).with(Map.of())).containsAllEntriesOf(own);
        assertThat(access(Map.of()).with(Map.of())).isEqualTo(Map.of("bootstrap.servers", "kafka:9092"));
        assertThat(access(SCRAM)).hasToString("KafkaAccess[kafka:9092]");
    }

    /** An account of the night, whose settings are these. */
    private static KafkaAccess access(Map<String, String> client) {
        return new KafkaAccess("kafka:9092", client, "nuit", "secret");
    }
}
