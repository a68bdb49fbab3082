package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.Target;
import fr.passerelle.faults.machine.Targets;
import fr.passerelle.local.program.ProgramProcess;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** Records of the log that are lost before events has read them: the run must be refused as INCOMPLETE. */
final class MissingRecords implements Strike {

    private final int phase;

    MissingRecords(int phase) {
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
        stage.target().events(1).stop();
    }

    @Override
    public Evidence strike(ProgramProcess command, Stage stage) {
        if (!command.says("(?m)^Relais vers Kafka ")) {
            return new Evidence(false, "rien n'a été relayé");
        }
        var target = stage.target();
        var partition = fullest(target);
        var from = read(target, partition);
        var to = from + (end(target, partition) - from) / 2;
        target.deployment()
                .broker()
                .administer(admin -> admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(to)))
                        .all()
                        .get());
        var first = offset(target, partition, OffsetSpec.earliest());
        target.deployment().eventsReading();
        return new Evidence(
                first > from,
                "partition " + partition.partition() + " : positions " + from + " à " + (first - 1)
                        + " effacées avant lecture");
    }

    private static TopicPartition fullest(Target target) {
        return IntStream.range(0, Targets.PARTITIONS)
                .mapToObj(each -> new TopicPartition(
                        target.deployment().topics().transitions().name(), each))
                .max(Comparator.comparingLong(each -> end(target, each) - read(target, each)))
                .orElseThrow();
    }

    private static long read(Target target, TopicPartition partition) {
        return target.deployment().broker().administer(admin -> {
            var there = admin.listConsumerGroupOffsets(target.deployment().namespace() + ".events")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(partition);
            return there == null ? 0 : there.offset();
        });
    }

    private static long end(Target target, TopicPartition partition) {
        return offset(target, partition, OffsetSpec.latest());
    }

    private static long offset(Target target, TopicPartition partition, OffsetSpec which) {
        ListOffsetsResultInfo found = target.deployment()
                .broker()
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
