package fr.passerelle.journal.fence;

import fr.passerelle.schemas.fault.OutsideFault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * The lock of runs, and what keeps a process that was taken over from writing. Who takes the lock raises the epoch, and holds it as long as
 * the session lives that raised it: no lock of PostgreSQL, which others could take too, but a row that only writers of runs may change. Each
 * transaction of a process that holds an epoch begins by holding the fence's row in share mode. Raising it updates the row, which
 * conflicts with {@code for share} (it would not with {@code for key share}: the epoch is no key), so that the epoch cannot rise between
 * the check and the commit: who raises it knows that all that the process before wrote is committed or never will be.
 *
 * <p>A process that lost the connection during a commit stands outside as well, until the epoch rises again: what it remembers may be older
 * than what it committed, and Spring Batch would write its own memory over it.
 */
public final class Fence {

    private static final String RAISE = """
        insert into passerelle.fence as f (namespace, epoch, owner, session, role)
        values (?, 1, ?, pg_backend_pid(), session_user)
        on conflict (namespace) do update set epoch = f.epoch + 1, owner = excluded.owner, session = excluded.session,
            role = excluded.role, taken_at = now() where f.epoch = ?
        returning epoch\
        """;

    /** The epoch and whether its session lives are one answer: who found it dead may raise this epoch, and no later one. */
    private static final String STANDING = """
        select f.epoch, exists (select from passerelle.lock_holder h where h.namespace = f.namespace) as held
        from passerelle.fence f where f.namespace = ?\
        """;

    private static final String OURS = "select from passerelle.fence where namespace = ? and epoch = ? for share";

    private final String owner;

    private volatile @Nullable Epoch held;

    private volatile boolean inDoubt;

    private record Epoch(String namespace, long number) {}

    /** @param owner the name that this process has in the database */
    public Fence(String owner) {
        this.owner = owner;
    }

    /**
     * Raises the epoch of a namespace, unless a session that lives holds it. Until the connection ends nobody else does, and transactions of
     * this process are held to it. The connection commits by itself, and is named as this fence's owner.
     *
     * @return whether it was free
     */
    public boolean raise(Connection connection, String namespace) throws SQLException {
        OptionalLong free = free(connection, namespace);
        return free.isPresent() && raise(connection, namespace, free.getAsLong());
    }

    /** The epoch that nobody holds any more, 0 where there was none; empty while somebody does. */
    private static OptionalLong free(Connection connection, String namespace) throws SQLException {
        try (PreparedStatement standing = connection.prepareStatement(STANDING)) {
            standing.setString(1, namespace);
            try (ResultSet found = standing.executeQuery()) {
                if (!found.next()) {
                    return OptionalLong.of(0);
                }
                return found.getBoolean("held") ? OptionalLong.empty() : OptionalLong.of(found.getLong("epoch"));
            }
        }
    }

    private boolean raise(Connection connection, String namespace, long epoch) throws SQLException {
        try (PreparedStatement raise = connection.prepareStatement(RAISE)) {
            raise.setString(1, namespace);
            raise.setString(2, owner);
            raise.setLong(3, epoch);
            try (ResultSet raised = raise.executeQuery()) {
                if (!raised.next()) {
                    return false;
                }
                held = new Epoch(namespace, raised.getLong(1));
                inDoubt = false;
                return true;
            }
        }
    }

    /** The last commit of this process may or may not have taken place. */
    void doubt() {
        inDoubt = true;
    }

    /** This process works on runs no more. */
    public void release() {
        held = null;
    }

    /** Holds the epoch of this process, if it has one, until the transaction ends; refused if not the last one, or a commit is in doubt. */
    void check(Connection connection) throws SQLException {
        Epoch epoch = held;
        if (epoch == null) {
            return;
        }
        if (inDoubt) {
            throw inDoubt();
        }
        try (PreparedStatement ours = connection.prepareStatement(OURS)) {
            ours.setString(1, epoch.namespace());
            ours.setLong(2, epoch.number());
            try (ResultSet found = ours.executeQuery()) {
                if (!found.next()) {
                    throw takenOver();
                }
            }
        }
    }

    private static OutsideFault takenOver() {
        return new OutsideFault(
                "Un autre processus a pris la main sur les exécutions pendant que celui-ci était gelé ou coupé de la"
                        + " base : celui-ci s'arrête sans rien écrire. « ./passerelle runs » montre où elles en sont.");
    }

    private static OutsideFault inDoubt() {
        return new OutsideFault(
                "La connexion à PostgreSQL a été coupée pendant une validation : ce processus ne sait pas si elle a eu"
                    + " lieu, et n'écrit plus rien. La base le sait : « ./passerelle recover » dit quoi reprendre.");
    }

    /**
     * The one transaction manager of the application, behind the fence: chunks, tasklets, the journal, the runs' rows and Spring Batch's own
     * updates all begin here, so that no writer of a run can forget to ask.
     */
    public static final class FencedTransactions extends JdbcTransactionManager {

        private static final long serialVersionUID = 1L;

        private final transient Fence fence;

        public FencedTransactions(DataSource dataSource, Fence fence) {
            super(dataSource);
            this.fence = fence;
        }

        /** A transaction that only reads may go on: it disturbs nobody, and may lock no row. */
        @Override
        protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
                throws SQLException {
            super.prepareTransactionalConnection(connection, definition);
            if (!definition.isReadOnly()) {
                fence.check(connection);
            }
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            try {
                super.doCommit(status);
            } catch (TransactionException | DataAccessException e) {
                if (LostDatabase.isCauseOf(e)) {
                    fence.doubt();
                }
                throw e;
            }
        }
    }

    /** The database went away while something was written: nobody's fault, and nothing is lost that it had committed. */
    public static final class LostDatabase {

        /** What to tell people. */
        public static final String SENTENCE =
                "La base PostgreSQL ne répond plus ou a coupé la connexion : ce qu'elle avait validé reste. Redémarrez"
                        + " les serveurs (« ./passerelle up »), puis « ./passerelle recover » dit quoi reprendre.";

        /** Class 08 of SQLSTATE, connections, and what a server says that ends. */
        private static final Set<String> ENDING = Set.of("57P01", "57P02", "57P03");

        private LostDatabase() {}

        /** Whether a failure comes from there. */
        public static boolean isCauseOf(Throwable failure) {
            return Stream.iterate(failure, t -> t != null, Throwable::getCause).anyMatch(t -> says(t) || hides(t));
        }

        /** A rollback that fails, since there is no connection left, hides what it was for. */
        private static boolean hides(Throwable t) {
            return t instanceof TransactionSystemException rollback
                    && rollback.getApplicationException() != null
                    && isCauseOf(rollback.getApplicationException());
        }

        private static boolean says(Throwable t) {
            return t instanceof SQLTransientConnectionException
                    || t instanceof SQLException sql
                            && sql.getSQLState() != null
                            && (sql.getSQLState().startsWith("08") || ENDING.contains(sql.getSQLState()));
        }
    }
}
