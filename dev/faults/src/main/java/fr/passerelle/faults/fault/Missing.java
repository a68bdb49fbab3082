package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.LivingSystem;
import fr.passerelle.faults.machine.Program;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** Records of the log that are lost before events has read them: the run must be refused as INCOMPLETE. */
final class Missing implements Strike {

    private final int phase;

    Missing(int phase) {
        this.phase = phase;
    }

    @Override
    public String name() {
        return "missing";
    }

    @Override
    public String when() {
        return "relayés, pas encore lus";
    }

    @Override
    public int phase() {
        return phase;
    }

    @Override
    public void prepare(Stage stage) {
        stage.system().events(1, Map.of()).close();
    }

    @Override
    public Evidence strike(Program command, Stage stage) {
        if (!command.awaitSaying("(?m)^Relais vers Kafka ")) {
            return new Evidence(false, "rien n'a été relayé");
        }
        var system = stage.system();
        var partition = fullest(system);
        var from = read(system, partition);
        var to = from + (end(system, partition) - from) / 2;
        system.broker()
                .administer(admin -> admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(to)))
                        .all()
                        .get());
        var first = offset(system, partition, OffsetSpec.earliest());
        system.reading();
        return new Evidence(
                first > from,
                "partition " + partition.partition() + " : positions " + from + " à " + (first - 1)
                        + " effacées avant lecture");
    }

    private static TopicPartition fullest(LivingSystem system) {
        return IntStream.range(0, LivingSystem.PARTITIONS)
                .mapToObj(
                        each -> new TopicPartition(system.names().transitions().name(), each))
                .max(Comparator.comparingLong(each -> end(system, each) - read(system, each)))
                .orElseThrow();
    }

    private static long read(LivingSystem system, TopicPartition partition) {
        return system.broker().administer(admin -> {
            var there = admin.listConsumerGroupOffsets(system.namespace() + ".events")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(partition);
            return there == null ? 0 : there.offset();
        });
    }

    private static long end(LivingSystem system, TopicPartition partition) {
        return offset(system, partition, OffsetSpec.latest());
    }

    private static long offset(LivingSystem system, TopicPartition partition, OffsetSpec which) {
        ListOffsetsResultInfo found = system.broker()
                .administer(admin -> admin.listOffsets(Map.of(partition, which))
                        .partitionResult(partition)
                        .get());
        return found.offset();
    }

    @Override
    public Optional<String> refusal() {
        return Optional.of("INCOMPLETE");
    }

    @Override
    public Remedy remedy() {
        return Remedy.REBUILD_TOPICS;
    }
}
