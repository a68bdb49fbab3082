package fr.passerelle.batch.scenario;

import fr.passerelle.batch.job.Pause;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.Relay;
import fr.passerelle.journal.SchemaRegistration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries what the scenarios recorded to their topic: after each command that records something, and with each night. */
@Component
public class ScenarioRelay {

    private final LogSettings settings;
    private final JdbcClient jdbc;
    private final SchemaRegistration schemas;

    ScenarioRelay(LogSettings settings, JdbcClient jdbc, SchemaRegistration schemas) {
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

    private boolean isUsed() {
        return jdbc.sql("select exists (select from passerelle.scenario_record)")
                .query(Boolean.class)
                .single();
    }
}
