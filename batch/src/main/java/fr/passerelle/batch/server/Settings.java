package fr.passerelle.batch.server;

import fr.passerelle.schemas.contract.DatabaseAccess;
import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.RegistryClient.RegistryAccess;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where the servers are and how patient the job is; each has its default in {@code passerelle-batch.properties}.
 *
 * @param partitions of the log, from 1, fixed for life
 * @param maxWithdrawal most rooms that an inventory may withdraw, percent
 * @param chunk rows of attendance in one transaction, from 1
 * @param inputs folder that keeps where the files of the open run are
 * @param metrics file that gets the figures of the runs, for a scraper
 * @param facts folder of the tables of facts that replace those shipped; null to use these
 * @param migrator the role that owns the database and migrates it, and owns the topics: {@code register} alone works as it. Where it
 *     is nobody, one role does everything
 * @param patience longest wait for an answer of Kafka before work begins
 */
@ConfigurationProperties("passerelle")
public record Settings(
        String namespace,
        int partitions,
        int maxWithdrawal,
        int chunk,
        Path inputs,
        Path metrics,
        @Nullable Path facts,
        DatabaseAccess postgres,
        @DefaultValue DatabaseAccess migrator,
        KafkaAccess kafka,
        @Name("kafka.replication-factor") short replicationFactor,
        @Name("kafka.patience") Duration patience,
        RegistryAccess registry,
        Relaying relay,
        Awaiting await) {

    /** The tables of facts: those shipped, but for a folder of others. */
    public ReferenceFacts referenceFacts() {
        return facts == null ? ReferenceFacts.load() : ReferenceFacts.load(facts);
    }

    /** Opens a session of the database each time, under a name. */
    public DataSource sessions(String name) {
        DriverManagerDataSource sessions =
                new DriverManagerDataSource(postgres.url(), postgres.user(), postgres.password());
        Properties named = new Properties();
        named.setProperty("ApplicationName", name);
        sessions.setConnectionProperties(named);
        return sessions;
    }

    /** The relay's transactions: how many rows, and after how long Kafka aborts one whose writer is gone. */
    public record Relaying(int transactionRows, Duration transactionTimeout) {}

    /** The wait between two looks at the results; how long the group of {@code events} may have no member, and nothing may move. */
    public record Awaiting(Duration interval, Duration emptyGroup, Duration still) {}
}
