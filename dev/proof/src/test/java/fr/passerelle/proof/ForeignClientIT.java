package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.Server;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that knows nothing of us, Apicurio's own deserializer, reads our topics, also after the registry restarted. */
@Tag("proof")
class ForeignClientIT {

    private static final Duration POLL = Duration.ofMillis(500);

    @TempDir
    private Path var;

    @Test
    void decodesTransitionsAndConversionsAlsoAfterTheRegistryRestarted() {
        var servers = LocalServers.start(var);
        try (var system = Deployments.on(servers.endpoints())) {
            system.events(1);
            var hash = system.night(Inputs.workedCases()).get("resultHash").asString();
            assertThatAForeignClientReads(system);

            servers.stop(Server.REGISTRY);
            servers.start(Server.REGISTRY);

            assertThatAForeignClientReads(system);
            assertThat(system.night(forced()).get("resultHash").asString()).isEqualTo(hash);
        } finally {
            servers.stop();
        }
    }

    private static List<String> forced() {
        var arguments = new ArrayList<>(Inputs.workedCases());
        arguments.add("--force");
        return arguments;
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
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, GenericRecord> each : consumer.poll(POLL)) {
                    names.add(each.value().getSchema().getName());
                }
            }
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
