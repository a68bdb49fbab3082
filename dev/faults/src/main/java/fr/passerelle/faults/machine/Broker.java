package fr.passerelle.faults.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.schemas.contract.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka as a system has it: what readers of its topics see, read whole and afresh each time, and what an administrator can do to it. */
public final class Broker {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String bootstrap;
    private final String namespace;

    Broker(LivingSystem system) {
        this.bootstrap = system.endpoints().bootstrap();
        this.namespace = system.namespace();
    }

    /** Committed records of a topic, by partition then offset. */
    public List<ConsumerRecord<byte[], byte[]>> committed(Topic topic) {
        try (var consumer = consumer("read_committed")) {
            return whole(consumer, topic);
        }
    }

    /** How many records of a topic belong to aborted transactions. */
    public long aborted(Topic topic) {
        try (var all = consumer("read_uncommitted");
                var committed = consumer("read_committed")) {
            return whole(all, topic).size() - whole(committed, topic).size();
        }
    }

    /** Writes a record to a topic, outside of any transaction; answers where it stands. */
    public RecordMetadata write(ProducerRecord<byte[], byte[]> record) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            return producer.send(record).get();
        } catch (ExecutionException e) {
            throw new NotHealed("Kafka n'a pas pris l'enregistrement : " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotHealed("Interrompu.", e);
        }
    }

    /** Does something as Kafka's administrator. */
    public <T> T administer(Administration<T> work) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
            return work.with(admin);
        } catch (ExecutionException e) {
            throw new NotHealed("Kafka a refusé : " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotHealed("Interrompu.", e);
        }
    }

    /** What an administrator does. */
    public interface Administration<T> {
        /** Answers what it found. */
        T with(Admin admin) throws ExecutionException, InterruptedException;
    }

    /** How many committed records each group of events has still to read; markers of transactions are none. */
    public Map<String, Long> lags() {
        var lags = new TreeMap<String, Long>();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
            for (var group : List.of(namespace + ".events", namespace + ".projection")) {
                lags.put(group, lag(admin, group));
            }
        }
        return lags;
    }

    private long lag(Admin admin, String group) {
        try (var consumer = consumer("read_committed")) {
            var positions = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            consumer.assign(positions.keySet());
            positions.forEach(consumer::seek);
            return drain(consumer).size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw new NotHealed("Kafka ne dit pas où en est " + group + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotHealed("Interrompu.", e);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> whole(KafkaConsumer<byte[], byte[]> consumer, Topic topic) {
        var partitions = consumer.partitionsFor(topic.name()).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return drain(consumer);
    }

    private static List<ConsumerRecord<byte[], byte[]>> drain(KafkaConsumer<byte[], byte[]> consumer) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var ends = consumer.endOffsets(consumer.assignment());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new NotHealed("Une transaction reste ouverte sur " + ends.keySet() + ".");
            }
            consumer.poll(POLL).forEach(records::add);
        }
        records.sort(Comparator.comparing(ConsumerRecord<byte[], byte[]>::topic)
                .thenComparing(ConsumerRecord::partition)
                .thenComparing(ConsumerRecord::offset));
        return records;
    }

    static String header(ConsumerRecord<?, ?> each, String name) {
        var header = each.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "isolation.level",
                        isolation,
                        "enable.auto.commit",
                        false,
                        "max.poll.records",
                        10_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
