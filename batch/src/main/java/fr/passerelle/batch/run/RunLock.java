package fr.passerelle.batch.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/**
 * One run at a time, and one at a time for each replay: an advisory lock of a session of its own. PostgreSQL frees it when the process dies, so that whoever holds it
 * knows that nobody else runs.
 */
@Component
public class RunLock {

    static final int OURS = 0x5061_7373;

    private final Settings settings;

    RunLock(Settings settings) {
        this.settings = settings;
    }

    /**
     * Takes the lock.
     *
     * @return to be closed when the run is over
     * @throws RunRefused when a run holds it
     */
    Held take() {
        return take(
                settings.namespace(),
                "Une exécution est en cours dans un autre processus : attendez sa fin (« ./passerelle runs »).");
    }

    /**
     * Takes the lock of a namespace.
     *
     * @param busy French, with the remedy: said when another holds it
     * @return to be closed when the work is over
     * @throws RunRefused when another holds it
     */
    public Held take(String namespace, String busy) {
        try {
            Held held = new Held(DriverManager.getConnection(
                    settings.postgres().url(),
                    settings.postgres().user(),
                    settings.postgres().password()));
            if (!held.tryLock(namespace)) {
                held.close();
                throw new RunRefused(busy);
            }
            return held;
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("No connection for the lock of runs", e);
        }
    }

    /** The lock, as long as it is open. */
    public record Held(Connection connection) implements AutoCloseable {

        private boolean tryLock(String namespace) throws SQLException {
            try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?, hashtext(?))")) {
                lock.setInt(1, OURS);
                lock.setString(2, namespace);
                try (ResultSet answer = lock.executeQuery()) {
                    return answer.next() && answer.getBoolean(1);
                }
            }
        }

        @Override
        public void close() {
            JdbcUtils.closeConnection(connection);
        }
    }
}
