package fr.passerelle.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.local.server.Endpoints;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Two processes on one database: each has a fence, and transactions behind it. */
@WithServers
class FenceIT {

    private static final String NAMESPACE = "barriere";

    private final DriverManagerDataSource database;
    private final Connection lock;
    private final Fence first = new Fence();
    private final Fence second = new Fence();

    FenceIT(TestServers servers) throws SQLException {
        Endpoints there = servers.endpoints();
        database = new DriverManagerDataSource(there.postgresUrl(), there.postgresUser(), there.postgresPassword());
        lock = database.getConnection();
    }

    @Test
    void letsTheOneWhoRaisedItLastWriteAndNobodyElse() throws SQLException {
        first.raise(lock, NAMESPACE);
        second.raise(lock, NAMESPACE);

        assertThat(write(second)).isEqualTo(1);
        assertThatThrownBy(() -> write(first)).hasRootCauseInstanceOf(Fenced.class);
    }

    @Test
    void doesNotRiseWhileATransactionBehindItIsOpen() throws SQLException {
        first.raise(lock, NAMESPACE);
        lock.createStatement().execute("set lock_timeout = '200ms'");

        transaction(first, false)
                .executeWithoutResult(status -> assertThatThrownBy(() -> second.raise(lock, NAMESPACE))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refusal -> assertThat(refusal.getSQLState()).isEqualTo("55P03")));

        assertThat(write(first)).isEqualTo(1);
        second.raise(lock, NAMESPACE);
        assertThatThrownBy(() -> write(first)).hasRootCauseInstanceOf(Fenced.class);
    }

    @Test
    void letsTheOneWhoIsOutOfItReadAndWriteAgainOnceItsWorkIsOver() throws SQLException {
        first.raise(lock, NAMESPACE);
        second.raise(lock, NAMESPACE);

        assertThat(count(transaction(first, true))).isNotNegative();
        first.release();
        assertThat(write(first)).isEqualTo(1);
    }

    @Test
    void keepsTheNamespacesApart() throws SQLException {
        first.raise(lock, NAMESPACE);
        second.raise(lock, NAMESPACE + ".replay.r-000001");

        assertThat(write(first)).isEqualTo(1);
        assertThat(write(second)).isEqualTo(1);
    }

    private int write(Fence fence) {
        return Objects.requireNonNull(transaction(fence, false)
                .execute(status -> new JdbcTemplate(database)
                        .update("insert into passerelle.territoire (insee) values (gen_random_uuid()::text)")));
    }

    private long count(TransactionTemplate transaction) {
        return Objects.requireNonNull(transaction.execute(status ->
                new JdbcTemplate(database).queryForObject("select count(*) from passerelle.territoire", Long.class)));
    }

    private TransactionTemplate transaction(Fence fence, boolean readOnly) {
        TransactionTemplate transaction = new TransactionTemplate(new FencedTransactions(database, fence));
        transaction.setReadOnly(readOnly);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        return transaction;
    }
}
