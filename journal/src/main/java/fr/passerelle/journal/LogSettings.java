package fr.passerelle.journal;

import java.time.Duration;

/**
 * How the log is written.
 *
 * @param bootstrap servers of Kafka
 * @param namespace first part of every topic's name
 * @param partitions partitions of the typed topics, from 1, fixed for life
 * @param replicationFactor copies of each partition, from 1
 * @param transactionRows most journal rows in one Kafka transaction, from 1
 * @param transactionTimeout after which Kafka aborts a transaction whose writer is gone
 * @param patience longest wait for an answer of Kafka
 */
public record LogSettings(
        String bootstrap,
        String namespace,
        int partitions,
        short replicationFactor,
        int transactionRows,
        Duration transactionTimeout,
        Duration patience) {

    /** The same under another namespace. */
    public LogSettings in(String other) {
        return new LogSettings(
                bootstrap, other, partitions, replicationFactor, transactionRows, transactionTimeout, patience);
    }
}
