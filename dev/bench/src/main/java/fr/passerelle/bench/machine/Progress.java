package fr.passerelle.bench.machine;

import fr.passerelle.local.process.Poll;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the program that stays is.
 *
 * @param tenant on whose log
 */
public record Progress(Tenant tenant) {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** Waits until it committed that it read all of a topic. */
    public void awaitAllRead(String topic) {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", tenant.endpoints().bootstrap()))) {
            Map<TopicPartition, Long> ends = ends(admin, tenant.topic(topic));
            need(Poll.until(LONGEST, () -> covers(committed(admin), ends)));
        }
    }

    /** Waits until the results of every partition are in the read model. */
    public void awaitScored() {
        need(Poll.until(
                LONGEST,
                () -> tenant.number(
                                "select count(*) from passerelle.run_scored where namespace = '" + tenant.name() + "'")
                        == Machine.PARTITIONS));
    }

    private void need(boolean inTime) {
        if (!inTime) {
            throw new BenchFault("Le traitement de " + tenant.name() + " n'avance plus.");
        }
    }

    private static boolean covers(Map<TopicPartition, Long> committed, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private static Map<TopicPartition, Long> ends(Admin admin, String topic) {
        return asked(() -> {
            Map<TopicPartition, OffsetSpec> asked = java.util.stream.IntStream.range(0, Machine.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(asked).all().get().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue())));
        });
    }

    private static long offset(ListOffsetsResultInfo info) {
        return info.offset();
    }

    private Map<TopicPartition, Long> committed(Admin admin) {
        return asked(() ->
                admin
                        .listConsumerGroupOffsets(tenant.topic("events"))
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .entrySet()
                        .stream()
                        .filter(entry -> entry.getValue() != null)
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue()))));
    }

    private static long offset(OffsetAndMetadata committed) {
        return committed.offset();
    }

    /** What may be asked of Kafka. */
    private interface Question<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (ExecutionException e) {
            throw new BenchFault("Kafka a refusé : " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFault("Interrompu.", e);
        }
    }
}
