package fr.passerelle.journal;

import fr.passerelle.journal.fence.RunLock;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Carries what studies recorded to their topics: after each command that records something, and with each night. */
public class StudyRelay {

    private static final Logger LOG = LoggerFactory.getLogger(StudyRelay.class);

    private final RunLock lock;
    private final Brokers brokers;
    private final LogSettings settings;
    private final JdbcClient jdbc;
    private final SchemaRegistration schemas;

    public StudyRelay(RunLock lock, Brokers brokers, LogSettings settings, JdbcClient jdbc, SchemaRegistration schemas) {
        this.lock = lock;
        this.brokers = brokers;
        this.settings = settings;
        this.jdbc = jdbc;
        this.schemas = schemas;
    }

    /**
     * Relays all that is pending. Kafka is not asked for a log that never recorded anything.
     *
     * @throws fr.passerelle.journal.LogRefused when Kafka does not answer, or the topic is not that of these records
     */
    public void drain() {
        for (StudyLog log : StudyLog.values()) {
            if (new StudyRecords(jdbc, log).isUsed()) {
                drain(log);
            }
        }
    }

    /** Relays all that is pending within a run, which holds the lock: what Kafka does not take stays pending, and the run goes on. */
    public void carry() {
        try {
            drain();
        } catch (LogRefused e) {
            LOG.warn("Des scénarios ou des calendriers attendent encore d'aller sur leur topic : {}", e.getMessage());
        }
    }

    /**
     * Relays all that is pending; else says in French why it stays so: Kafka does not take it, or a run holds the lock, under which topics
     * may be made anew.
     */
    public Optional<String> attempt() {
        try (RunLock.Held held = lock.take()) {
            brokers.need();
            drain();
            return Optional.empty();
        } catch (LogRefused | RunRefused e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void drain(StudyLog log) {
        try (Relay relay = Relay.open(settings, jdbc, schemas, log, () -> Pause.at(log.pause()))) {
            int relayed;
            do {
                relayed = relay.relayNext();
            } while (relayed > 0);
        }
    }
}
