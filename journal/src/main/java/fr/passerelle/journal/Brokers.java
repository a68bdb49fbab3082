package fr.passerelle.journal;

import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.fault.OutsideFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Questions to Kafka, each with an end: an answer, or a French sentence. */
public final class Brokers implements AutoCloseable {

    /** The retention of a topic that forgets nothing. */
    public static final String FOR_EVER = "-1";

    private static final Duration LOOK = Duration.ofMillis(100);

    private final KafkaAccess kafka;
    private final Duration patience;
    private final Admin admin;

    /** Connects when first asked; waits for each answer as long as the patience. */
    public Brokers(KafkaAccess kafka, Duration patience) {
        this.kafka = kafka;
        this.patience = patience;
        int longest = Math.toIntExact(patience.toMillis());
        this.admin = Admin.create(kafka.with(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, longest,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, longest)));
    }

    /** Throws {@link OutsideFault} unless Kafka answers. */
    public void need() {
        answer(admin.describeCluster().nodes());
    }

    /** Whether a consumer group has a live member; {@link OutsideFault} where Kafka does not answer. */
    public boolean hasMembers(String group) {
        return answer(admin.describeConsumerGroups(List.of(group)).all(), GroupIdNotFoundException.class).stream()
                .flatMap(found -> found.values().stream())
                .anyMatch(description -> !description.members().isEmpty());
    }

    /** Forgets where groups are, if they are anywhere; {@link OutsideFault} where one has a member. */
    public void forgetGroups(List<String> groups) {
        groups.forEach(
                group -> answer(admin.deleteConsumerGroups(List.of(group)).all(), GroupIdNotFoundException.class));
    }

    /** Waits until something is so, told in French behind « attendre que »; {@link OutsideFault} after the patience of a run under way. */
    public void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LogSettings.longPatience(patience).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new OutsideFault("Kafka n'a pas fini (attendre que " + what + ") : relancez la commande.");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideFault("Attente interrompue.", e);
        }
    }

    /** Topics as they are described, by name; empty where one of them is missing. */
    public Optional<Map<String, TopicDescription>> topics(List<String> names) {
        return answer(admin.describeTopics(names).allTopicNames(), UnknownTopicOrPartitionException.class);
    }

    /** What topics say of how long they keep their records, by name; {@link #FOR_EVER} is not a time; empty where one of them is missing. */
    public Optional<Map<String, String>> retentions(List<String> names) {
        List<ConfigResource> topics = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        return answer(admin.describeConfigs(topics).all(), UnknownTopicOrPartitionException.class)
                .map(found -> found.entrySet().stream()
                        .collect(Collectors.toMap(
                                topic -> topic.getKey().name(),
                                topic -> topic.getValue()
                                        .get(TopicConfig.RETENTION_MS_CONFIG)
                                        .value())));
    }

    /** What asks. */
    public Admin admin() {
        return admin;
    }

    /** What Kafka answers; {@link OutsideFault} where it does not, or refuses. */
    public <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw refused(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw refused(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(e);
        }
    }

    /** The same; empty where Kafka says, by this exception, that what is asked about is not there, and where it answers nothing. */
    public <T> Optional<T> answer(KafkaFuture<T> future, Class<? extends KafkaException> absent) {
        try {
            return Optional.ofNullable(answer(future));
        } catch (OutsideFault e) {
            if (absent.isInstance(e.getCause())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private OutsideFault refused(Throwable cause) {
        if (cause instanceof TimeoutException
                || cause instanceof InterruptedException
                || cause instanceof org.apache.kafka.common.errors.TimeoutException) {
            return new OutsideFault(kafka.silence(), cause);
        }
        if (cause instanceof AuthorizationException) {
            return new OutsideFault(KafkaAccess.forbidden(cause), cause);
        }
        if (cause instanceof AuthenticationException) {
            return new OutsideFault(KafkaAccess.closed(cause), cause);
        }
        return new OutsideFault("Kafka a refusé : " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
