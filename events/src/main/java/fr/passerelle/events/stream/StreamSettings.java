package fr.passerelle.events.stream;

import static org.apache.kafka.clients.consumer.ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.MAX_POLL_RECORDS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.BATCH_SIZE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.COMPRESSION_TYPE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_REQUEST_SIZE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.TRANSACTION_TIMEOUT_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;

import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.Topics;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the topology runs (properties {@code passerelle.stream.*}).
 *
 * @param stateDir where instances keep their state, by namespace and by the topic that it follows from: each takes a folder of its own there
 * @param threads threads that share the partitions of this instance
 * @param standbyReplicas other instances that keep each state warm, from 0
 * @param transactionTimeout after which the broker aborts the transaction of an instance that died; a killed one holds its readers so long
 * @param sessionTimeout after which the partitions of an instance that died go to another
 * @param commitInterval between two commits
 */
public record StreamSettings(
        @DefaultValue("var/events/state") Path stateDir,
        @DefaultValue("2") int threads,
        @DefaultValue("0") int standbyReplicas,
        @DefaultValue("120s") Duration transactionTimeout,
        @DefaultValue("6s") Duration sessionTimeout,
        @DefaultValue("1s") Duration commitInterval) {

    private static final int HEARTBEATS_A_SESSION = 3;

    /** They wait with their ten headers each, and every collection of the heap copies them: ten thousand doubled its pauses. */
    private static final int RECORDS_A_POLL = 1_000;

    private static final int BYTES_A_PARTITION = 4 << 20;
    private static final int BYTES_A_BATCH = 256 << 10;
    private static final int BYTES_A_RECORD = 8 << 20;

    /** The same, its state in a folder that is one instance's own. */
    public StreamSettings in(Path directory) {
        return new StreamSettings(
                directory, threads, standbyReplicas, transactionTimeout, sessionTimeout, commitInterval);
    }

    /** These as Kafka Streams takes them, the local state of this log in a directory. */
    Properties properties(Topics topics, KafkaAccess kafka, Path state) {
        Properties properties = new Properties();
        properties.putAll(kafka.with(Map.of()));
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(topics));
        properties.put(StreamsConfig.CLIENT_ID_CONFIG, clientId(topics));
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbyReplicas);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
        properties.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                Transition.UndecodableToDeadLetters.class);
        properties.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                topics.deadLetters().name());
        clients(properties);
        return properties;
    }

    /** Tells the processes of a group apart, so that each can be waited for: in a container every process is number 1. */
    static String clientId(Topics topics) {
        return applicationId(topics) + "-" + ProcessHandle.current().pid() + "-" + host();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    static String applicationId(Topics topics) {
        return topics.namespace() + ".events";
    }

    private void clients(Properties properties) {
        int session = millis(sessionTimeout);
        properties.put(mainConsumerPrefix(SESSION_TIMEOUT_MS_CONFIG), session);
        properties.put(mainConsumerPrefix(HEARTBEAT_INTERVAL_MS_CONFIG), session / HEARTBEATS_A_SESSION);
        properties.put(mainConsumerPrefix(MAX_POLL_RECORDS_CONFIG), RECORDS_A_POLL);
        properties.put(mainConsumerPrefix(MAX_PARTITION_FETCH_BYTES_CONFIG), BYTES_A_PARTITION);
        properties.put(producerPrefix(TRANSACTION_TIMEOUT_CONFIG), millis(transactionTimeout));
        properties.put(producerPrefix(BATCH_SIZE_CONFIG), BYTES_A_BATCH);
        // The plan of an EPCI of a thousand rooms exceeds a message unless it is compressed.
        properties.put(producerPrefix(COMPRESSION_TYPE_CONFIG), "lz4");
        properties.put(producerPrefix(MAX_REQUEST_SIZE_CONFIG), BYTES_A_RECORD);
        // With several, a broker that refuses the first of a new partition sees the second come out of order, for two
        // minutes.
        properties.put(producerPrefix(MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
