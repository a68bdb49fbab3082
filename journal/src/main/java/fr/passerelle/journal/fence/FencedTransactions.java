package fr.passerelle.journal.fence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * The one transaction manager of the application, behind the fence: chunks, tasklets, the journal, the runs' rows and Spring Batch's own
 * updates all begin here, so that no writer of a run can forget to ask.
 */
public final class FencedTransactions extends JdbcTransactionManager {

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
