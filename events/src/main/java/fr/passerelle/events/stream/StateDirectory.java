package fr.passerelle.events.stream;

import fr.passerelle.journal.Brokers;
import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The folder where one process keeps its state, and nobody else as long as it lives: the first free one under a root that all instances
 * may share, on one machine or in containers with one volume. An instance that starts again finds the state of one that ended. In it each
 * log has a folder, by its namespace and by the identifier of its topic: Kafka gives a topic that is made anew, under the same name,
 * another one, so that state that was folded from a lost topic is never taken for that of the new one, and is deleted.
 */
public record StateDirectory(Path path, FileChannel lock) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(100);

    /** Takes the first folder {@code root/1}, {@code root/2}… that no living process has. */
    public static StateDirectory under(Path root) {
        try {
            for (int number = 1; ; number++) {
                Path path = Files.createDirectories(root.resolve(String.valueOf(number)));
                FileChannel locked = lock(root.resolve(number + ".lock"));
                if (locked != null) {
                    return new StateDirectory(path, locked);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The system lets go of the lock when the process ends, however it ends. */
    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException ours) {
            // As taken as by another process.
        }
        channel.close();
        return null;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** Removes what is left, in the folder of this instance, of replays of a live namespace that run no more. */
    public static void keepReplays(Path own, Topics live, Set<Topics> running) {
        Set<String> kept = running.stream().map(Topics::namespace).collect(Collectors.toSet());
        remove(own, name -> name.startsWith(live.replaysPrefix()) && !kept.contains(name));
    }

    /** The directory, in that of this instance, for the transitions topic as it is now; those of earlier ones are gone. */
    static Path of(Path own, Topics topics, KafkaAccess kafka) {
        Path ofLog = own.resolve(topics.namespace());
        String id = topicId(topics.transitions().name(), kafka);
        remove(ofLog, name -> !name.equals(id));
        return ofLog.resolve(id);
    }

    private static void remove(Path parent, Predicate<String> name) {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> all = Files.list(parent)) {
            for (Path each : all.toList()) {
                if (name.test(each.getFileName().toString())) {
                    FileSystemUtils.deleteRecursively(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A broker that answered that it made a topic may not know it for a moment yet. */
    private static String topicId(String topic, KafkaAccess kafka) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Brokers brokers = new Brokers(kafka, PATIENCE)) {
            Optional<String> id = topicId(topic, brokers);
            while (id.isEmpty() && System.nanoTime() < end) {
                LockSupport.parkNanos(A_MOMENT);
                id = topicId(topic, brokers);
            }
            return id.orElseThrow(() -> new IllegalStateException("Kafka does not describe " + topic));
        }
    }

    private static Optional<String> topicId(String topic, Brokers brokers) {
        return brokers.topics(List.of(topic))
                .map(there -> Objects.requireNonNull(there.get(topic)).topicId().toString());
    }
}
