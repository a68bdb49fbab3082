package fr.passerelle.batch.server;

import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.RegistryAccess;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where the servers are and how patient the job is; each has its default in {@code passerelle-batch.properties}.
 *
 * @param namespace first part of the topics' names
 * @param partitions partitions of the log, from 1, fixed for life
 * @param maxWithdrawal most rooms that an inventory may withdraw, percent
 * @param inputs folder that keeps where the files of the open run are
 * @param metrics file that gets the figures of the runs, for a scraper
 * @param facts folder of the tables of facts that replace those shipped; null to use these
 * @param chunk rows of attendance in one transaction, from 1
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
        Postgres postgres,
        Kafka kafka,
        Registry registry,
        Relaying relay,
        Awaiting await) {

    /** The same under another namespace. */
    public Settings in(String other) {
        return new Settings(
                other,
                partitions,
                maxWithdrawal,
                chunk,
                inputs,
                metrics,
                facts,
                postgres,
                kafka,
                registry,
                relay,
                await);
    }

    /** The tables of facts: those shipped, but for a folder of others. */
    public ReferenceFacts referenceFacts() {
        return facts == null ? ReferenceFacts.load() : ReferenceFacts.load(facts);
    }

    /** The database. */
    public record Postgres(String url, String user, String password) {

        /** Opens a session each time, under a name. */
        public DataSource sessions(String name) {
            DriverManagerDataSource sessions = new DriverManagerDataSource(url, user, password);
            Properties named = new Properties();
            named.setProperty("ApplicationName", name);
            sessions.setConnectionProperties(named);
            return sessions;
        }
    }

    /**
     * @param client Kafka's own settings
     * @param user who signs in, where a password is wanted
     * @param password of that account
     * @param patience longest wait for an answer before work begins
     */
    public record Kafka(
            String bootstrap,
            @DefaultValue Map<String, String> client,
            String user,
            String password,
            short replicationFactor,
            Duration patience) {

        /** As its clients are made. */
        public KafkaAccess access() {
            return by(user, password);
        }

        /** As another account asks it. */
        KafkaAccess by(String other, String itsPassword) {
            return new KafkaAccess(bootstrap, client).as(other, itsPassword);
        }
    }

    /** The schema registry. */
    public record Registry(
            String url,
            String path,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {

        /** As its client is made. */
        public RegistryAccess access() {
            return new RegistryAccess(url, path, user, password);
        }
    }

    /** The relay's transactions: how many rows, and after how long Kafka aborts one whose writer is gone. */
    public record Relaying(int transactionRows, Duration transactionTimeout) {}

    /**
     * @param interval between two looks at the results
     * @param emptyGroup how long the group of {@code events} may have no member
     * @param still how long nothing may move
     */
    public record Awaiting(Duration interval, Duration emptyGroup, Duration still) {}
}
