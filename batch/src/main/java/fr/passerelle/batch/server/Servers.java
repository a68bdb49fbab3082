package fr.passerelle.batch.server;

import fr.passerelle.journal.Brokers;
import fr.passerelle.journal.LogAgreement;
import fr.passerelle.journal.SchemaRegistration;
import fr.passerelle.schemas.contract.DatabaseAccess;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the servers are there and are those of this log: asked first, so that what is missing is said within seconds. */
@Component
public record Servers(
        Settings settings,
        DatabaseServer database,
        Brokers brokers,
        TopicCatalogue topics,
        SchemaRegistration schemas,
        JdbcClient jdbc,
        LogAgreement agreement,
        TopicOwner owner) {

    /**
     * Makes them ready: database migrated, rights given, topics created, schemas registered. Changes nothing where all is there. Answers whether
     * Kafka holds everybody to their rights; false where it asks nobody who they are.
     *
     * @throws RunRefused when the database is not there, or its tables are not those of this program
     */
    public boolean register() {
        database.needServer();
        brokers.need();
        migrate();
        // First: without its rights the daily account sees no topic, and all would look lost.
        boolean held = owner.giveRights();
        refuseLostTopics();
        owner.createTopics();
        schemas.register();
        return held;
    }

    /** Whether the analysts' account may write beside the tables: an administrator alone takes that from it. */
    public boolean letsAnalystsWrite() {
        return jdbc.sql("""
            select exists (select from pg_roles r where r.rolname = 'passerelle_analyst'
                and (has_database_privilege(r.rolname, current_database(), 'temporary')
                    or has_function_privilege(r.rolname, 'pg_catalog.lo_creat(integer)', 'execute')))\
            """).query(Boolean.class).single();
    }

    /** Needs the database, with its tables, and Kafka, whatever they hold; a RunRefused where the database is not there. */
    public void needReachable() {
        database.need();
        brokers.need();
    }

    /** Needs the database, Kafka and the schemas' ids; the topics may be lost. A RunRefused where the database is not ready. */
    public void needAllButTopics() {
        needReachable();
        needSchemas();
    }

    private void needSchemas() {
        if (!schemas.isRegistered()) {
            throw new RunRefused("Les schémas ne sont pas enregistrés : lancez « ./passerelle register ».");
        }
        schemas.check();
    }

    /** What is wrong with the topics or with the registry, in French, each with its remedy; none when they are those of this log. */
    public List<String> faults() {
        return Stream.<Runnable>of(topics::check, schemas::check)
                .flatMap(check -> fault(check).stream())
                .toList();
    }

    /** What a check finds wrong, in French; empty where it passes. */
    public static Optional<String> fault(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (OutsideFault e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Needs all, and that they are those of this log: partitions, retention, ids of the registry, what was relayed. A RunRefused where the
     * database is not there or is not ready.
     */
    public void needAll() {
        needReachable();
        topics.check();
        needSchemas();
        agreement.relayed();
    }

    private void migrate() {
        try {
            DatabaseAccess owner = settings.migrator().or(settings.postgres());
            Flyway.configure()
                    .dataSource(owner.url(), owner.user(), owner.password())
                    // Without it the history follows the search path, which finds schema passerelle once that exists.
                    .defaultSchema("public")
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayValidateException e) {
            throw new RunRefused(
                    "Une autre version de Passerelle a fait les tables de cette base, et celle-ci ne sait pas les"
                            + " mettre à jour : reprenez cette autre version ; ou, s'il n'y a rien à y garder,"
                            + " repartez d'une installation neuve (« ./passerelle down », puis effacez var/ ; en"
                            + " conteneurs, « docker-compose down --volumes »).",
                    e);
        }
    }

    /** New topics beside a journal that was relayed once would look like a log. */
    private void refuseLostTopics() {
        long rows = jdbc.sql("select count(*) from passerelle.journal")
                .query(Long.class)
                .single();
        List<String> missing = topics.missing();
        if (rows > 0 && !missing.isEmpty()) {
            throw new RunRefused("Kafka a perdu des topics (" + String.join(", ", missing)
                    + ") alors que le journal a " + rows
                    + " enregistrements : « ./passerelle rebuild-topics » les refait "
                    + "depuis le journal.");
        }
    }
}
