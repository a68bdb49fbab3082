package fr.passerelle.journal;

import fr.passerelle.schemas.contract.KafkaAccess;
import java.time.Duration;

/**
 * How the log is written.
 *
 * @param kafka where Kafka is, and as whom it is asked
 * @param namespace first part of every topic's name
 * @param partitions partitions of the typed topics, from 1, fixed for life
 * @param replicationFactor copies of each partition, from 1
 * @param transactionRows most journal rows in one Kafka transaction, from 1
 * @param transactionTimeout after which Kafka aborts a transaction whose writer is gone
 * @param patience longest wait for an answer of Kafka before work begins
 */
public record LogSettings(
        KafkaAccess kafka,
        String namespace,
        int partitions,
        short replicationFactor,
        int transactionRows,
        Duration transactionTimeout,
        Duration patience) {

    /** The longest wait once work is under way: a broker that is busy for a while must not cost a night. */
    static Duration longPatience(Duration patience) {
        return patience.multipliedBy(3);
    }

    /** That of this log. */
    Duration longPatience() {
        return longPatience(patience);
    }

    /** The same by another account. */
    public LogSettings by(KafkaAccess other) {
        return new LogSettings(
                other, namespace, partitions, replicationFactor, transactionRows, transactionTimeout, patience);
    }

    /** The same under another namespace. */
    public LogSettings in(String other) {
        return new LogSettings(
                kafka, other, partitions, replicationFactor, transactionRows, transactionTimeout, patience);
    }
}
