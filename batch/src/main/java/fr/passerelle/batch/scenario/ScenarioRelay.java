package fr.passerelle.batch.scenario;

import fr.passerelle.batch.job.Pause;
import fr.passerelle.journal.Brokers;
import fr.passerelle.journal.LogRefused;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.Relay;
import fr.passerelle.journal.SchemaRegistration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries what the scenarios recorded to their topic: after each command that records something, and with each night. */
@Component
public class ScenarioRelay {

    private static final Logger LOG = LoggerFactory.getLogger(ScenarioRelay.class);

    private final Brokers brokers;
    private final LogSettings settings;
    private final JdbcClient jdbc;
    private final SchemaRegistration schemas;

    ScenarioRelay(Brokers brokers, LogSettings settings, JdbcClient jdbc, SchemaRegistration schemas) {
        this.brokers = brokers;
        this.settings = settings;
        this.jdbc = jdbc;
        this.schemas = schemas;
    }

    /**
     * Relays all that is pending. Kafka is not asked where nothing was ever recorded.
     *
     * @throws fr.passerelle.journal.LogRefused when Kafka does not answer, or the topic is not that of these records
     */
    public void drain() {
        if (isUsed()) {
            try (Relay relay = Relay.openScenarios(settings, jdbc, schemas, () -> Pause.at("scenario-relay"))) {
                int relayed;
                do {
                    relayed = relay.relayNext();
                } while (relayed > 0);
            }
        }
    }

    /** Relays all that is pending beside something else, which goes on where Kafka does not take it. */
    public void carry() {
        attempt().ifPresent(why -> LOG.warn("Des scénarios attendent encore d'aller sur leur topic : {}", why));
    }

    /** Relays all that is pending, or says in French why Kafka did not take it: then it stays pending. */
    Optional<String> attempt() {
        try {
            brokers.need();
            drain();
            return Optional.empty();
        } catch (LogRefused e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private boolean isUsed() {
        return jdbc.sql("select exists (select from passerelle.scenario_record)")
                .query(Boolean.class)
                .single();
    }
}
