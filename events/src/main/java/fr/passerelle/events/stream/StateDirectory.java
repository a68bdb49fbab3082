package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.util.FileSystemUtils;

/**
 * Where an instance keeps what it knows of one log. Kafka gives a topic that is made anew, under the same name, another identifier: so state
 * that was folded from a lost topic is never taken for that of the new one, and is deleted.
 */
final class StateDirectory {

    private static final int PATIENCE_MS = 10_000;
    private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(100);

    private StateDirectory() {}

    /**
     * The directory for the transitions topic as it is now; those of earlier ones are gone.
     *
     * @param root where this instance keeps its state
     * @throws IllegalStateException when Kafka does not describe the topic
     */
    static Path of(Path root, Topics topics, KafkaAccess kafka) {
        Path own = root.resolve(topics.namespace());
        String id = topicId(topics.transitions().name(), kafka);
        forgetOthers(own, id);
        // Where it was before directories had the topic's id.
        forget(root.resolve(StreamProperties.applicationId(topics)));
        return own.resolve(id);
    }

    private static void forgetOthers(Path own, String id) {
        if (!Files.isDirectory(own)) {
            return;
        }
        try (Stream<Path> all = Files.list(own)) {
            all.filter(each -> !each.getFileName().toString().equals(id)).forEach(StateDirectory::forget);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forget(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A broker that answered that it made a topic may not know it for a moment yet. */
    private static String topicId(String topic, KafkaAccess kafka) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        try (Admin admin = Admin.create(kafka.with(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS)))) {
            Optional<String> id = topicId(topic, admin);
            while (id.isEmpty() && System.nanoTime() < end) {
                LockSupport.parkNanos(A_MOMENT);
                id = topicId(topic, admin);
            }
            return id.orElseThrow(() -> new IllegalStateException("Kafka does not describe " + topic));
        }
    }

    private static Optional<String> topicId(String topic, Admin admin) {
        try {
            Map<String, TopicDescription> there =
                    admin.describeTopics(List.of(topic)).allTopicNames().get();
            return Optional.of(
                    Objects.requireNonNull(there.get(topic)).topicId().toString());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw new IllegalStateException("Kafka does not describe " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for " + topic, e);
        }
    }
}
