package fr.passerelle.batch.server;

import fr.passerelle.journal.Brokers;
import fr.passerelle.schemas.fault.OutsideFault;
import java.util.List;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Removes a whole namespace from Kafka: what a replay leaves behind. Never that of the live system. */
public final class LogRemoval {

    private static final String REPLAY = ".replay.";

    private final Brokers brokers;

    /** @param brokers that are asked */
    public LogRemoval(Brokers brokers) {
        this.brokers = brokers;
    }

    /** Whether somebody still reads under the namespace of a replay. */
    public boolean isRead(String namespace) {
        return groups(namespace).stream().anyMatch(brokers::hasMembers);
    }

    /**
     * Removes topics, those of Kafka Streams among them, and consumer groups. What is gone already is no error.
     *
     * @throws OutsideFault when Kafka does not answer, or a group still has a member
     */
    public void remove(String namespace) {
        if (!namespace.contains(REPLAY)) {
            throw new IllegalArgumentException(namespace + " is no replay's: it stays");
        }
        brokers.forgetGroups(groups(namespace));
        brokers.answer(brokers.admin().deleteTopics(topics(namespace)).all(), UnknownTopicOrPartitionException.class);
    }

    private List<String> topics(String namespace) {
        return brokers.answer(brokers.admin().listTopics().names()).stream()
                .filter(name -> name.startsWith(namespace + "."))
                .toList();
    }

    private static List<String> groups(String namespace) {
        return List.of(namespace + ".events", namespace + ".projection");
    }
}
