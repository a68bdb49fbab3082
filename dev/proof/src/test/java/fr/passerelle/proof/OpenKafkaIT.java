package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.test.TestServers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Kafka of somebody else's, without accounts: Passerelle works on it, and says what that means. */
class OpenKafkaIT {

    @TempDir
    private static Path folder;

    @Test
    void publishesANightWhereEverybodyMayWriteAndSaysSo() {
        var servers = TestServers.fresh("open");
        try (var kafka = new OpenKafka(folder);
                var system = Deployments.over(servers.endpoints().withKafka(kafka.access()), servers.namespace())) {
            var register = system.batch("register");

            assertThat(register.end()).as(register.output() + register.errors()).isZero();
            assertThat(register.output()).contains("Kafka ne demande à personne qui il est", "« Kafka sous comptes »");
            system.events(1);
            assertThat(system.night(Inputs.workedCases()).get("resultHash").asString())
                    .hasSize(64);
            var rebuilt = system.batch("rebuild-topics");
            assertThat(rebuilt.end()).isEqualTo(1);
            assertThat(rebuilt.errors()).contains("events lit le journal");
        }
    }
}
