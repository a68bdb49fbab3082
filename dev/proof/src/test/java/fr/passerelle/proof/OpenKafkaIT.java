package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Program.Patience;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.schemas.contract.KafkaAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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
}
