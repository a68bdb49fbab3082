package fr.passerelle.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaAccessTest {

    private static final Map<String, String> SCRAM =
            Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "SCRAM-SHA-512");

    @Test
    void signsInWhereThePasswordIsAskedFor() {
        var signed = KafkaAccess.at("kafka:9092", SCRAM).as("nuit", "a\"b\\c").with(Map.of("client.id", "essai"));

        assertThat(signed)
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
        var plain = Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN");

        assertThat(access(plain).with(Map.of()))
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"nuit\""
                                + " password=\"secret\";");
    }

    @Test
    void signsInNowhereElse() {
        assertThat(access(Map.of()).with(Map.of())).isEqualTo(Map.of("bootstrap.servers", "kafka:9092"));
    }

    @Test
    void leavesWhatTheSettingsSay() {
        var own = Map.of("sasl.mechanism", "SCRAM-SHA-256", "sasl.jaas.config", "x required;");

        assertThat(access(own).with(Map.of())).containsAllEntriesOf(own);
    }

    @Test
    void saysNoSecret() {
        assertThat(access(SCRAM)).hasToString("KafkaAccess[kafka:9092]");
    }

    /** An account of the night, whose settings are these. */
    private static KafkaAccess access(Map<String, String> client) {
        return new KafkaAccess("kafka:9092", client, "nuit", "secret");
    }
}
