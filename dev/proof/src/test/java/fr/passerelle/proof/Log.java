package fr.passerelle.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.schemas.contract.Topic;
import fr.passerelle.schemas.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What committed readers of a system's topics see, read whole and afresh each time. */
final class Log {

    private static final Duration POLL = Duration.ofMillis(200);

    private final LivingSystem system;
    private final Topics topics;

    Log(LivingSystem system) {
        this.system = system;
        this.topics = new Topics(system.namespace());
    }

    /** How many records stand on the three topics of proposals. */
    long proposals() {
        return Stream.of(topics.scores(), topics.conversions(), topics.plans())
                .mapToLong(topic -> records(topic).size())
                .sum();
    }

    /** The event ids that stand more than once on the transitions topic. */
    List<String> duplicates() {
        var seen = new HashSet<String>();
        return ids().stream().filter(id -> !seen.add(id)).toList();
    }

    List<String> ids() {
        return records(topics.transitions()).stream()
                .map(each -> header(each, "event_id"))
                .toList();
    }

    List<ConsumerRecord<String, byte[]>> transitions() {
        return records(topics.transitions());
    }

    List<ConsumerRecord<String, byte[]>> scores() {
        return records(topics.scores());
    }

    /** How many records the group of one of the programs has still to read: markers of transactions are none. */
    long lag(String group) {
        try (var admin = Admin.create(Map.<String, Object>of(
                        "bootstrap.servers", system.endpoints().bootstrap()));
                var consumer = consumer()) {
            var positions = admin.listConsumerGroupOffsets(system.namespace() + group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            consumer.assign(positions.keySet());
            positions.forEach(consumer::seek);
            return drain(consumer, consumer.endOffsets(positions.keySet())).size();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String header(ConsumerRecord<?, ?> each, String name) {
        return new String(each.headers().lastHeader(name).value(), UTF_8);
    }

    private List<ConsumerRecord<String, byte[]>> records(Topic topic) {
        try (var consumer = consumer()) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return drain(consumer, consumer.endOffsets(partitions));
        }
    }

    private static List<ConsumerRecord<String, byte[]>> drain(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(records::add);
        }
        return records;
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        system.endpoints().bootstrap(),
                        "isolation.level",
                        "read_committed",
                        "max.poll.records",
                        10_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
