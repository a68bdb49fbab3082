package fr.passerelle.events.projection;

import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.contract.ResultRefusal;
import fr.passerelle.schemas.contract.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Carries the results of one namespace to the read model. A database that is down is waited for, each second, and nothing is lost; only
 * what nobody can decode, and what nobody awaits, goes to the dead letters.
 *
 * @param topics those of the namespace; the consumer group is {@code <namespace>.projection}
 */
public record Projection(Topics topics, KafkaAccess kafka) {

    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);
    private static final long A_SECOND = 1000;
    private static final int ANY_PARTITION = -1;

    /** As for the log: the share of an instance that died goes to another so soon, and not after the client's default of 45 s. */
    private static final int SESSION_MS = 6_000;

    private static final int HEARTBEAT_MS = 2_000;

    /** The plan of an EPCI of hundreds of rooms is megabytes: what waits to be written must fit beside what is being scored. */
    private static final int RECORDS_A_POLL = 100;

    private static final int BYTES_A_FETCH = 4 << 20;

    /** What reads and writes, to be started and stopped by its owner. */
    public ConcurrentMessageListenerContainer<byte[], byte[]> container(
            RecordCodec codec, JdbcTemplate jdbc, TransactionOperations transaction) {
        ReadModelWriter readModel = new ReadModelWriter(topics.namespace(), jdbc, transaction);
        ContainerProperties properties = new ContainerProperties(
                topics.scores().name(),
                topics.conversions().name(),
                topics.plans().name(),
                topics.answers().name());
        properties.setGroupId(topics.namespace() + ".projection");
        properties.setMessageListener(new ResultsListener(topics, codec, readModel));
        var container = new ConcurrentMessageListenerContainer<>(consumers(), properties);
        container.setBeanName("projection");
        container.setCommonErrorHandler(errors());
        container.setAutoStartup(false);
        return container;
    }

    private DefaultKafkaConsumerFactory<byte[], byte[]> consumers() {
        return new DefaultKafkaConsumerFactory<>(
                kafka.with(Map.of(
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        SESSION_MS,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        HEARTBEAT_MS,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        RECORDS_A_POLL,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        BYTES_A_FETCH)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private DefaultErrorHandler errors() {
        var deadLetters = new DeadLetterPublishingRecoverer(
                deadLetters(),
                (record, fault) -> new TopicPartition(topics.deadLetters().name(), ANY_PARTITION));
        deadLetters.addHeadersFunction((record, fault) -> reason(fault));
        var errors = new DefaultErrorHandler(deadLetters, new FixedBackOff(A_SECOND, FixedBackOff.UNLIMITED_ATTEMPTS));
        errors.addNotRetryableExceptions(UndecodableRecord.class, RefusedResult.class);
        errors.setRetryListeners(new Said());
        return errors;
    }

    private static Headers reason(Throwable fault) {
        Headers headers = new RecordHeaders();
        if (NestedExceptionUtils.getMostSpecificCause(fault) instanceof RefusedResult refused) {
            headers.add(ResultRefusal.HEADER, refused.why.bytes());
        }
        return headers;
    }

    private KafkaTemplate<byte[], byte[]> deadLetters() {
        return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(kafka.with(Map.of(
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class))));
    }

    /** Says that it waits, with the cause and without any content. */
    private static final class Said implements RetryListener {

        @Override
        public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception fault, int attempt) {
            LOG.warn("Un résultat n'a pu être lu (essai {}) : {}", attempt, cause(fault));
        }

        @Override
        public void failedDelivery(ConsumerRecords<?, ?> records, @Nullable Exception fault, int attempt) {
            LOG.warn(
                    "{} résultats attendent d'être écrits en base (essai {}) : {}",
                    records.count(),
                    attempt,
                    cause(fault));
        }

        private static String cause(@Nullable Throwable fault) {
            return NestedExceptionUtils.getMostSpecificCause(fault == null ? new IllegalStateException() : fault)
                    .toString();
        }
    }

    /** Writes what one poll brought, in one transaction but where it is large; offsets follow, and to write it again changes nothing. */
    record ResultsListener(Topics topics, RecordCodec codec, ReadModelWriter readModel)
            implements BatchMessageListener<byte[], byte[]> {

        /** Bytes of results after which a transaction ends: decoded, as JSON and as parameters they take ten times as much. */
        private static final int BYTES_A_TRANSACTION = 2 << 20;

        /** @throws BatchListenerFailedException at the first record that is unreadable or refused; those before it are written */
        @Override
        public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
            int begun = 0;
            int bytes = 0;
            List<ReadModelWriter.Arrival> arrivals = new ArrayList<>();
            for (int i = 0; i < records.size(); i++) {
                ConsumerRecord<byte[], byte[]> record = records.get(i);
                try {
                    arrivals.add(new ReadModelWriter.Arrival(record.partition(), read(record)));
                } catch (UndecodableRecord | RefusedResult e) {
                    write(arrivals, records.subList(begun, i));
                    throw new BatchListenerFailedException("Enregistrement mis de côté", e, record);
                }
                bytes += record.value().length;
                if (bytes >= BYTES_A_TRANSACTION || i == records.size() - 1) {
                    write(arrivals, records.subList(begun, i + 1));
                    arrivals.clear();
                    begun = i + 1;
                    bytes = 0;
                }
            }
        }

        private SpecificRecord read(ConsumerRecord<byte[], byte[]> from) {
            SpecificRecord record = codec.read(from.value());
            boolean ours = topics.typed().stream()
                    .filter(topic -> topic.name().equals(from.topic()))
                    .anyMatch(topic -> topic.records().contains(record.getSchema()));
            if (!ours) {
                throw new RefusedResult(ResultRefusal.OTHER_KIND);
            }
            return record;
        }

        private void write(List<ReadModelWriter.Arrival> arrivals, List<ConsumerRecord<byte[], byte[]>> from) {
            readModel.write(arrivals).ifPresent(refused -> {
                throw new BatchListenerFailedException(
                        "Enregistrement refusé", new RefusedResult(refused.why()), from.get(refused.index()));
            });
        }
    }

    /** A record that can be read, and that the read model does not take. */
    private static final class RefusedResult extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final ResultRefusal why;

        RefusedResult(ResultRefusal why) {
            super(why.french());
            this.why = why;
        }
    }
}
