package fr.passerelle.journal.fence;

import fr.passerelle.schemas.fault.RunRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * One run at a time in a live namespace: a session of its own, neither shared nor kept, under the name of this process, holds the {@link Fence} as
 * long as it lives. It ends with its process, or because it was cut; since a process may live on without it, the fence keeps that one from writing
 * once another has taken the lock.
 */
public record RunLock(DataSource sessions, String namespace, Fence fence) {

    private static final String PATIENCE = "set lock_timeout = '5s'";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Takes the lock of the live runs, to be closed when the run is over; {@link RunRefused} where a run holds it. */
    public Held take() {
        return take(
                namespace,
                "Une exécution est en cours dans un autre processus : attendez sa fin (« ./passerelle runs »). S'il est"
                        + " mort ou gelé : « ./passerelle recover ».");
    }

    /**
     * Takes the lock of a namespace, the live one or a replay's, to be closed when the work is over. A process holds one at a time;
     * {@link RunRefused} where somebody holds it, with the text {@code busy}, French with the remedy, or still writes without it.
     */
    public Held take(String locked, String busy) {
        Connection connection = connect();
        try {
            raise(connection, locked, busy);
            return () -> {
                fence.release();
                JdbcUtils.closeConnection(connection);
            };
        } catch (SQLException e) {
            JdbcUtils.closeConnection(connection);
            throw new CannotGetJdbcConnectionException("No connection for the lock of runs", e);
        } catch (RunRefused e) {
            JdbcUtils.closeConnection(connection);
            throw e;
        }
    }

    private Connection connect() {
        try {
            return sessions.getConnection();
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("No connection for the lock of runs", e);
        }
    }

    /** It waits for the transactions of the process before: one that was frozen would be waited for without end. */
    private void raise(Connection connection, String locked, String busy) throws SQLException {
        try (Statement patience = connection.createStatement()) {
            patience.execute(PATIENCE);
            if (!fence.raise(connection, locked)) {
                throw new RunRefused(busy);
            }
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new RunRefused(
                        "Un processus qui a perdu le verrou des exécutions a encore une écriture ouverte dans la base :"
                                + " s'il est mort ou gelé, écartez-le avec « ./passerelle recover --fence ».",
                        e);
            }
            throw e;
        }
    }

    /** The lock, as long as it is open. */
    public interface Held extends AutoCloseable {

        @Override
        void close();
    }

    /** The name that all sessions of this process carry in the database, so that those of a dead or frozen one can be found and ended. */
    public static final class ProcessName {

        /** {@code passerelle-batch-<pid>-<birth>}: a process id comes again, with its birth in milliseconds it does not. */
        public static final String NAME = nameOf(ProcessHandle.current());

        private ProcessName() {}

        private static String nameOf(ProcessHandle process) {
            long birth =
                    process.info().startInstant().map(Instant::toEpochMilli).orElseGet(System::currentTimeMillis);
            return "passerelle-batch-" + process.pid() + "-" + birth;
        }
    }
}
