package fr.passerelle.bench.machine;

import fr.passerelle.local.server.Endpoints;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database and topics that one measure has to itself.
 *
 * @param name of both: lower-case letters and digits
 * @param folder of its files
 * @param endpoints where the servers are
 */
public record Tenant(String name, Path folder, Endpoints endpoints) {

    /** Where its programs say what they say: it stays when the rest is taken away. */
    public Path logs() {
        return folder.resolveSibling("log").resolve(name);
    }

    /** A topic of its namespace. */
    public String topic(String last) {
        return name + "." + last;
    }

    /** A connection, by the role that owns the database. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                endpoints.postgresUrl(),
                endpoints.owner().user(),
                endpoints.owner().password());
    }

    /** The first column of the first row of a query, as a number. */
    public long number(String sql) {
        return Long.parseLong(text(sql));
    }

    /** The first column of the first row of a query, as a text; empty where it has none. */
    public String text(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getString(1) != null ? row.getString(1) : "";
        } catch (SQLException e) {
            throw new BenchFault("La base de mesure " + name + " a refusé : " + e.getMessage() + ".", e);
        }
    }

    /** Runs statements of ours, in one transaction. */
    public void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new BenchFault("La base de mesure " + name + " a refusé : " + e.getMessage() + ".", e);
        }
    }
}
