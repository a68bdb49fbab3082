package fr.passerelle.console.stream;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.Topics;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Lends readers, few at a time. One that served well serves again: connecting and asking what the topics are takes longer than reading them. */
@Component
class Readers {

    private static final int MOST = 4;
    /** Who looks wants what is there. */
    private static final Duration LOOKING = Duration.ofMillis(10);
    /** Who follows waits for what comes. */
    private static final Duration FOLLOWING = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Topics topics;
    private final KafkaAccess kafka;
    private final Semaphore places = new Semaphore(MOST);
    private final Queue<Reader> idle = new ConcurrentLinkedQueue<>();

    Readers(ConsoleSettings settings) {
        this.topics = new Topics(settings.namespace());
        this.kafka = settings.kafka().access();
    }

    /**
     * Works with a reader, which nobody else has meanwhile.
     *
     * @throws LogUnreachable where Kafka does not answer, or too many look at once
     */
    <T> T reading(Function<Reader, T> work) {
        enter();
        try {
            return lent(work);
        } finally {
            places.release();
        }
    }

    /** A reader of its own for somebody who follows, to close. */
    Reader own() {
        return new Reader(kafka, topics, FOLLOWING);
    }

    /** How many wait to serve again. */
    int idle() {
        return idle.size();
    }

    @PreDestroy
    void close() {
        for (Reader reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.close();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new LogUnreachable("Too many look at the streams at once");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new LogUnreachable(stop);
        }
    }

    /** One that failed is closed: what it knows of the cluster may be wrong. */
    private <T> T lent(Function<Reader, T> work) {
        Reader waiting = idle.poll();
        Reader reader = waiting == null ? new Reader(kafka, topics, LOOKING) : waiting;
        boolean served = false;
        try {
            T found = work.apply(reader);
            served = true;
            return found;
        } finally {
            if (served) {
                reader.rest();
                idle.add(reader);
            } else {
                reader.close();
            }
        }
    }
}
