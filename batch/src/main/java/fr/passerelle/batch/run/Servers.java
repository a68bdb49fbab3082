package fr.passerelle.batch.run;

import fr.passerelle.batch.journal.Brokers;
import fr.passerelle.batch.journal.SchemaRegistration;
import fr.passerelle.batch.journal.TopicCatalogue;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether the servers are there and are those of this log: asked first, so that what is missing is said within seconds. */
@Component
public class Servers {

    private static final String SECONDS = "4";

    private final Settings settings;
    private final Migrator migrator;
    private final Brokers brokers;
    private final TopicCatalogue topics;
    private final SchemaRegistration schemas;
    private final JdbcTemplate jdbc;

    Servers(
            Settings settings,
            Migrator migrator,
            Brokers brokers,
            TopicCatalogue topics,
            SchemaRegistration schemas,
            JdbcTemplate jdbc) {
        this.settings = settings;
        this.migrator = migrator;
        this.brokers = brokers;
        this.topics = topics;
        this.schemas = schemas;
        this.jdbc = jdbc;
    }

    /**
     * Makes them ready: database migrated, topics created, schemas registered. Changes nothing where all is there.
     *
     * @throws RunRefused when the database is not there
     */
    public void register() {
        reachDatabase();
        brokers.need();
        Flyway.configure()
                .dataSource(
                        settings.postgres().url(),
                        migrator.userOr(settings.postgres()),
                        migrator.passwordOr(settings.postgres()))
                // Without it the history follows the search path, which finds schema passerelle once that exists.
                .defaultSchema("public")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        topics.create();
        schemas.register();
    }

    /**
     * Needs the database, with its tables.
     *
     * @throws RunRefused when it is not there
     */
    public void needDatabase() {
        reachDatabase();
        if (jdbc.queryForObject("select to_regclass('passerelle.run')::text", String.class) == null) {
            throw new RunRefused("La base n'a pas encore ses tables : lancez « ./passerelle register ».");
        }
    }

    /**
     * Needs all, and that they are those of this log: partitions, retention, ids of the registry.
     *
     * @throws RunRefused when the database is not there or is not ready
     */
    public void needAll() {
        needDatabase();
        brokers.need();
        topics.check();
        if (!schemas.isRegistered()) {
            throw new RunRefused("Les schémas ne sont pas enregistrés : lancez « ./passerelle register ».");
        }
        schemas.check();
    }

    private void reachDatabase() {
        Properties properties = new Properties();
        properties.setProperty("user", settings.postgres().user());
        properties.setProperty("password", settings.postgres().password());
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        try (Connection there = DriverManager.getConnection(settings.postgres().url(), properties)) {
            there.isValid(1);
        } catch (SQLException e) {
            throw new RunRefused(
                    "La base PostgreSQL ne répond pas à "
                            + withoutQuery(settings.postgres().url())
                            + " : démarrez les serveurs avec « ./passerelle up ».",
                    e);
        }
    }

    private static String withoutQuery(String url) {
        return url.replaceFirst("\\?.*", "");
    }
}
