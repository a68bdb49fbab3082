package fr.passerelle.local.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.Topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Kafka, asked as an account: its topics, read whole and afresh each time, and what an administrator can do to it. */
public record Broker(KafkaAccess kafka) {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Committed records of a topic, by partition then offset. */
    public List<ConsumerRecord<byte[], byte[]>> committed(Topic topic) {
        return committed(topic, new ByteArrayDeserializer());
    }

    public <K> List<ConsumerRecord<K, byte[]>> committed(Topic topic, Deserializer<K> keys) {
        try (var consumer = consumer(keys)) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return drain(consumer);
        }
    }

    /** Writes a record to a topic, outside of any transaction; answers where it stands. */
    public RecordMetadata write(ProducerRecord<byte[], byte[]> record) {
        try (var producer = new KafkaProducer<>(
                kafka.with(Map.of("acks", "all")), new ByteArraySerializer(), new ByteArraySerializer())) {
            return answer(producer, it -> it.send(record).get());
        }
    }

    public <T> T administer(Question<Admin, T> work) {
        try (var admin = Admin.create(kafka.with(Map.of()))) {
            return answer(admin, work);
        }
    }

    /** What may be asked of Kafka by a client of it. */
    public interface Question<C, T> {
        T by(C client) throws ExecutionException, InterruptedException;
    }

    private static <C, T> T answer(C client, Question<C, T> question) {
        try {
            return question.by(client);
        } catch (ExecutionException e) {
            throw new LocalFault("Kafka a refusé : " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("Interrompu.", e);
        }
    }

    /** How many committed records a group has still to read, markers of transactions being none; empty where there is no such group. */
    public OptionalLong lag(String group) {
        var positions = positions(group);
        if (positions.isEmpty()) {
            return OptionalLong.empty();
        }
        try (var consumer = consumer(new ByteArrayDeserializer())) {
            consumer.assign(positions.get().keySet());
            positions.get().forEach(consumer::seek);
            return OptionalLong.of(drain(consumer).size());
        }
    }

    /** What a group has committed, by partition; empty where there is no such group. */
    public Optional<Map<TopicPartition, OffsetAndMetadata>> positions(String group) {
        try {
            return Optional.of(administer(admin -> admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()));
        } catch (LocalFault e) {
            if (e.getCause() instanceof ExecutionException refusal
                    && refusal.getCause() instanceof GroupIdNotFoundException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static <K> List<ConsumerRecord<K, byte[]>> drain(KafkaConsumer<K, byte[]> consumer) {
        var records = new ArrayList<ConsumerRecord<K, byte[]>>();
        var ends = consumer.endOffsets(consumer.assignment());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new LocalFault("Une transaction reste ouverte sur " + ends.keySet() + ".");
            }
            consumer.poll(POLL).forEach(records::add);
        }
        records.sort(Comparator.comparing(ConsumerRecord<K, byte[]>::topic)
                .thenComparing(ConsumerRecord::partition)
                .thenComparing(ConsumerRecord::offset));
        return records;
    }

    /** A header of a record as text; empty where it has none of this name. */
    public static String header(ConsumerRecord<?, ?> each, String name) {
        var header = each.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private <K> KafkaConsumer<K, byte[]> consumer(Deserializer<K> keys) {
        return new KafkaConsumer<>(
                kafka.with(Map.of(
                        "isolation.level", "read_committed", "enable.auto.commit", false, "max.poll.records", 10_000)),
                keys,
                new ByteArrayDeserializer());
    }
}
