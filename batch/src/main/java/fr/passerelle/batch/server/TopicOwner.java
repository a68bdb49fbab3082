package fr.passerelle.batch.server;

import fr.passerelle.journal.LogSettings;
import org.springframework.stereotype.Component;

/** The account that owns the topics: for what the account of every day may not do. */
@Component
public class TopicOwner {

    private final LogSettings log;

    TopicOwner(LogSettings daily, Settings settings, Migrator migrator) {
        this.log = daily.by(migrator.kafka(settings.kafka()));
    }

    /** The log as this account writes it. */
    public LogSettings log() {
        return log;
    }
}
