package fr.passerelle.journal.fence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

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

    /**
     * Holds the epoch of this process, if it has one, to the end of the connection's transaction.
     *
     * @throws FenceLost when it is not the last one, or a commit under it is in doubt
     */
    void check(Connection connection) throws SQLException {
        Epoch epoch = held;
        if (epoch == null) {
            return;
        }
        if (inDoubt) {
            throw FenceLost.inDoubt();
        }
        try (PreparedStatement ours = connection.prepareStatement(OURS)) {
            ours.setString(1, epoch.namespace());
            ours.setLong(2, epoch.number());
            try (ResultSet found = ours.executeQuery()) {
                if (!found.next()) {
                    throw FenceLost.byAnother();
                }
            }
        }
    }
}
