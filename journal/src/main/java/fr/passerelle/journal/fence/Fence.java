package fr.passerelle.journal.fence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a process that was taken over from writing. Whoever takes the lock of runs raises the epoch, in a transaction of its own;
 * each transaction of a process that holds an epoch begins by holding the fence's row in share mode. Raising it updates the row, which
 * conflicts with {@code for share} (it would not with {@code for key share}: the epoch is no key), so that the epoch cannot rise between
 * the check and the commit: who raises it knows that all that the process before wrote is committed or never will be.
 *
 * <p>A process that lost the connection during a commit stands outside as well, until the epoch rises again: what it remembers may be older
 * than what it committed, and Spring Batch would write its own memory over it.
 */
public final class Fence {

    private static final String RAISE = """
        insert into passerelle.fence as f (namespace, epoch, owner) values (?, 1, ?)
        on conflict (namespace) do update set epoch = f.epoch + 1, owner = excluded.owner, taken_at = now()
        returning epoch\
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

    /** Raises the epoch of a namespace; from now on transactions of this process are held to it. The connection commits by itself. */
    public void raise(Connection connection, String namespace) throws SQLException {
        try (PreparedStatement raise = connection.prepareStatement(RAISE)) {
            raise.setString(1, namespace);
            raise.setString(2, owner);
            try (ResultSet raised = raise.executeQuery()) {
                raised.next();
                held = new Epoch(namespace, raised.getLong(1));
                inDoubt = false;
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
