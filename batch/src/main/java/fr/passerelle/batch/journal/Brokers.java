package fr.passerelle.batch.journal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Questions to Kafka, each with an end: an answer, or a French sentence. */
public final class Brokers implements AutoCloseable {

    private final LogSettings settings;
    private final Admin admin;

    /** Connects when first asked. */
    public Brokers(LogSettings settings) {
        this.settings = settings;
        int patience = Math.toIntExact(settings.patience().toMillis());
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience));
    }

    /**
     * Fails unless Kafka answers.
     *
     * @throws LogRefused when it does not
     */
    public void need() {
        answer(admin.describeCluster().nodes());
    }

    /**
     * Whether a consumer group has a live member.
     *
     * @throws LogRefused when Kafka does not answer
     */
    public boolean hasMembers(String group) {
        try {
            return answer(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                    .anyMatch(description -> !description.members().isEmpty());
        } catch (LogRefused e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw e;
        }
    }

    Admin admin() {
        return admin;
    }

    <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw refused(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw refused(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(e);
        }
    }

    private LogRefused refused(Throwable cause) {
        if (cause instanceof TimeoutException || cause instanceof org.apache.kafka.common.errors.TimeoutException) {
            return new LogRefused(
                    "Kafka ne répond pas à " + settings.bootstrap()
                            + " : démarrez les serveurs avec « ./passerelle up ».",
                    cause);
        }
        return new LogRefused("Kafka a refusé : " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
