package fr.passerelle.local.program;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.server.Endpoints;
import fr.passerelle.local.server.Endpoints.DatabaseRole;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The database of a deployment behind its programs' backs, asked where it is now: servers started again may change ports. */
public record Database(Supplier<Endpoints> servers) {

    private static final Duration ANSWER = Duration.ofMinutes(5);

    /** A connection as the role that owns it. */
    public Connection connect() throws SQLException {
        return connect(servers.get().owner());
    }

    /** A connection as another role: a role sees and ends its own sessions only. */
    public Connection connect(DatabaseRole account) throws SQLException {
        return DriverManager.getConnection(servers.get().postgresUrl(), account.user(), account.password());
    }

    /** The first cell of a query; empty when there is no row, or no value. */
    public Optional<String> cell(String sql) {
        return firstRow(servers.get().owner(), sql).flatMap(Function.identity());
    }

    /** The first cell of a query as a role sees it, {@code null} where it has no value; there must be a row. */
    public String text(DatabaseRole account, String sql) {
        return firstRow(account, sql)
                .orElseThrow(() -> new LocalFault("La base ne rend aucune ligne à « " + sql + " »."))
                .orElse("null");
    }

    private Optional<Optional<String>> firstRow(DatabaseRole account, String sql) {
        return rows(account, sql, row -> Optional.ofNullable(row.getString(1))).stream()
                .findFirst();
    }

    public <T> List<T> rows(String sql, Row<T> each) {
        return rows(servers.get().owner(), sql, each);
    }

    public <T> List<T> rows(DatabaseRole account, String sql, Row<T> each) {
        try (var connection = connect(account);
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<T>();
            while (found.next()) {
                rows.add(each.of(found));
            }
            return rows;
        } catch (SQLException e) {
            throw refused(sql, e);
        }
    }

    public interface Row<T> {

        @Nullable
        T of(ResultSet row) throws SQLException;
    }

    /** Runs statements, in one transaction. */
    public void change(String... statements) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw refused(String.join(" ; ", statements), e);
        }
    }

    private static LocalFault refused(String sql, SQLException e) {
        return new LocalFault("La base a refusé « " + sql + " » : " + e.getMessage(), e);
    }

    public void await() {
        if (!Poll.until(ANSWER, this::answers)) {
            throw new LocalFault("La base ne répond pas après " + ANSWER.toSeconds() + " s.");
        }
    }

    private boolean answers() {
        try (var connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }
}
