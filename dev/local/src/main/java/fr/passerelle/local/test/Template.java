package fr.passerelle.local.test;

import fr.passerelle.local.server.LocalServers;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** The migrated database that the others are copied from: a copy takes tens of milliseconds, a migration ten times that. */
record Template(LocalServers servers) {

    private static final String DRAFT = "modele_en_cours";
    private static final String NAME = "modele";

    /** Migrates it the first time; a half migrated one, whose JVM was killed, is begun again. */
    void createOnce() {
        try (var connection = servers.superuser()) {
            if (!exists(connection)) {
                execute(connection, "drop database if exists " + DRAFT + " with (force)");
                execute(connection, "create database " + DRAFT + " owner passerelle");
                migrate();
                execute(connection, "alter database " + DRAFT + " rename to " + NAME);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The template database cannot be made", e);
        }
    }

    /** Copies it under a name made of lower-case letters, digits and underscores. */
    void copyTo(String database) {
        try (var connection = servers.superuser()) {
            execute(connection, "create database \"" + database + "\" template " + NAME + " owner passerelle");
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + database + " cannot be made", e);
        }
    }

    /** Makes one database a copy of another. */
    void copy(String from, String to) {
        try (var connection = servers.superuser()) {
            execute(connection, "drop database if exists \"" + to + "\" with (force)");
            execute(connection, "create database \"" + to + "\" template \"" + from + "\" owner passerelle");
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + from + " cannot be copied to " + to, e);
        }
    }

    private void migrate() {
        var target = servers.endpoints(DRAFT);
        Flyway.configure()
                .dataSource(target.postgresUrl(), target.postgresUser(), target.postgresPassword())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            statement.setString(1, NAME);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
