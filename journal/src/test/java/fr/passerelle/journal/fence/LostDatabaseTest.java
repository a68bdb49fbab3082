package fr.passerelle.journal.fence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.journal.fence.Fence.LostDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

class LostDatabaseTest {

    private static final RuntimeException LOST =
            new DataAccessResourceFailureException("read", new SQLException("I/O error", "08006"));

    @Test
    void knowsAConnectionThatBrokeAlsoBehindARollbackThatFailed() {
        assertThat(LostDatabase.isCauseOf(LOST)).isTrue();

        var rollback = new TransactionSystemException("rollback", new SQLException("Connection is closed"));
        rollback.initApplicationException(LOST);

        assertThat(LostDatabase.isCauseOf(new IllegalStateException(rollback))).isTrue();
    }

    @Test
    void knowsNoOtherFaultForOne() {
        var rollback = new TransactionSystemException("rollback", new SQLException("Connection is closed"));
        rollback.initApplicationException(new IllegalArgumentException("ours"));

        assertThat(LostDatabase.isCauseOf(rollback)).isFalse();
        assertThat(LostDatabase.isCauseOf(new SQLException("duplicate key", "23505")))
                .isFalse();
    }
}
