package fr.passerelle.proof;

import fr.passerelle.local.program.Patience;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.schemas.contract.KafkaAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A broker as others run it: it asks nobody who they are, and keeps no rights. */
final class OpenKafka implements AutoCloseable {

    private static final Path LOCAL = Tree.root().resolve("dev/local/target");
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(10), Duration.ofMinutes(1));

    private static final String LINE = """
        java=(java -Xmx384m -XX:+UseSerialGC -Dlog4j2.configurationFile="$0/classes/kafka/log4j2.yaml"
            -cp "$0/servers/kafka/*:$0/lib/*")
        "${java[@]}" kafka.tools.StorageTool format --cluster-id UGFzc2VyZWxsZUthZmthMQ --config server.properties &&
            exec "${java[@]}" kafka.Kafka server.properties
        """;

    private final int port = free();
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
            """.formatted(port, free(), folder.resolve("data")));
        process = ProgramProcess.start(
                new ProcessBuilder("bash", "-c", LINE, LOCAL.toString()).directory(folder.toFile()),
                folder.resolve("log"),
                PATIENCE);
        process.awaitSaying("Kafka Server started");
    }

    KafkaAccess access() {
        return KafkaAccess.at("127.0.0.1:" + port, Map.of());
    }

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.stop();
    }
}
