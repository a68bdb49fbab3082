package fr.passerelle.bench.machine;

import fr.passerelle.local.process.Poll;
import fr.passerelle.local.program.Deployment;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the program that stays is.
 *
 * @param deployment on whose log
 */
public record EventsProgress(Deployment deployment) {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** Waits until it committed that it read all of a topic. */
    public void awaitAllRead(String topic) {
        Map<TopicPartition, Long> ends = deployment.broker().administer(admin -> ends(admin, topic));
        need(Poll.until(LONGEST, () -> covers(deployment.broker().administer(this::committed), ends)));
    }

    /** Waits until the results of every partition are in the read model. */
    public void awaitScored() {
        need(Poll.until(
                LONGEST,
                () -> deployment.number("select count(*) from passerelle.run_scored where namespace = '"
                                + deployment.namespace() + "'")
                        == TestBed.PARTITIONS));
    }

    private void need(boolean inTime) {
        if (!inTime) {
            throw new BenchFault("Le traitement de " + deployment.namespace() + " n'avance plus.");
        }
    }

    private static boolean covers(Map<TopicPartition, Long> committed, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private static Map<TopicPartition, Long> ends(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = IntStream.range(0, TestBed.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(asked).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private Map<TopicPartition, Long> committed(Admin admin) throws ExecutionException, InterruptedException {
        return admin
                .listConsumerGroupOffsets(TestBed.topic(deployment, "events"))
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }
}
