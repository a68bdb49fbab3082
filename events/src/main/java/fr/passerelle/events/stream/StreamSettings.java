package fr.passerelle.events.stream;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the topology runs (properties {@code passerelle.stream.*}).
 *
 * @param stateDir where instances keep their state, by namespace and by the topic that it follows from: each takes a folder of its own there
 * @param threads threads that share the partitions of this instance
 * @param standbyReplicas other instances that keep each state warm, from 0
 * @param transactionTimeout after which the broker aborts the transaction of an instance that died; a killed one holds its readers so long
 * @param sessionTimeout after which the partitions of an instance that died go to another
 * @param commitInterval between two commits
 */
@ConfigurationProperties("passerelle.stream")
public record StreamSettings(
        @DefaultValue("var/events/state") Path stateDir,
        @DefaultValue("2") int threads,
        @DefaultValue("0") int standbyReplicas,
        @DefaultValue("120s") Duration transactionTimeout,
        @DefaultValue("6s") Duration sessionTimeout,
        @DefaultValue("1s") Duration commitInterval) {

    /** The same, its state in a folder that is one instance's own. */
    public StreamSettings in(Path directory) {
        return new StreamSettings(
                directory, threads, standbyReplicas, transactionTimeout, sessionTimeout, commitInterval);
    }
}
