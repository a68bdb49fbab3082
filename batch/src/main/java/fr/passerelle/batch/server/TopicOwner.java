package fr.passerelle.batch.server;

import fr.passerelle.journal.Brokers;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.schemas.contract.DatabaseAccess;
import fr.passerelle.schemas.contract.Topics;
import org.springframework.stereotype.Component;

/** The account that owns the topics: for what the account of every day may not do. */
@Component
public class TopicOwner {

    private final LogSettings log;
    private final boolean apart;

    TopicOwner(LogSettings daily, Settings settings) {
        DatabaseAccess owner = settings.migrator();
        this.apart = owner.isSomebody();
        this.log = apart ? daily.by(settings.kafka().as(owner.user(), owner.password())) : daily;
    }

    /** The log as this account writes it. */
    public LogSettings log() {
        return log;
    }

    /** Gives every account its rights, on topics that are to come too; false where Kafka lets everybody do everything. */
    boolean giveRights() {
        try (Brokers brokers = new Brokers(log.kafka(), log.patience())) {
            return new TopicRights(brokers, new Topics(log.namespace())).give();
        }
    }

    /** Does so where this is another account than that of every day; elsewhere the rights are those that {@code register} gave. */
    public void restoreRights() {
        if (apart) {
            giveRights();
        }
    }

    /** Makes the topics that are missing. */
    void createTopics() {
        try (Brokers brokers = new Brokers(log.kafka(), log.patience())) {
            new TopicCatalogue(brokers, log).create();
        }
    }
}
