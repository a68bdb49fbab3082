package fr.passerelle.journal.fence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.journal.fence.Fence.FencedTransactions;
import fr.passerelle.local.server.Endpoints;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import fr.passerelle.schemas.fault.OutsideFault;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Two processes on one database: each has a fence, and transactions behind it. */
@WithServers
class FenceIT {

    private static final String NAMESPACE = "barriere";

    private final Unreliable database;
    private final Connection lock;
    private final Fence first = new Fence("essai-1");
    private final Fence second = new Fence("essai-2");

    FenceIT(TestServers servers) throws SQLException {
        Endpoints there = servers.endpoints();
        database = new Unreliable(
                there.postgresUrl(), there.owner().user(), there.owner().password());
        lock = database.getConnection();
    }

    @Test
    void letsTheOneWhoRaisedItLastWriteAndNobodyElse() throws SQLException {
        first.raise(lock, NAMESPACE);
        second.raise(lock, NAMESPACE);

        assertThat(write(second)).isEqualTo(1);
        assertThatThrownBy(() -> write(first)).hasRootCauseInstanceOf(OutsideFault.class);
    }

    @Test
    void isHeldAsLongAsItsSessionLives() throws SQLException {
        try (Connection session = database.getConnection()) {
            session.createStatement().execute("set application_name = 'essai-1'");
            assertThat(first.raise(session, NAMESPACE)).isTrue();
            lock.createStatement().execute("set application_name = 'essai-1'");

            assertThat(second.raise(lock, NAMESPACE)).isFalse();
            assertThat(write(first)).isEqualTo(1);
            lock.createStatement()
                    .execute("select pg_terminate_backend(session, 10000) from passerelle.fence"
                            + " where namespace = '" + NAMESPACE + "'");
        }

        assertThat(second.raise(lock, NAMESPACE)).isTrue();
        assertThatThrownBy(() -> write(first)).hasRootCauseInstanceOf(OutsideFault.class);
    }

    @Test
    void isRaisedByOneOfThoseWhoFindItFreeAtOnce() throws Exception {
        List<Connection> sessions = new CopyOnWriteArrayList<>();
        List<Callable<Boolean>> takers = Stream.of("essai-3", "essai-4", "essai-5", "essai-6")
                .<Callable<Boolean>>map(name -> () -> {
                    Connection session = database.getConnection();
                    sessions.add(session);
                    session.createStatement().execute("set application_name = '" + name + "'");
                    return new Fence(name).raise(session, "ensemble");
                })
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(takers.size())) {
            assertThat(threads.invokeAll(takers).stream().filter(FenceIT::took)).hasSize(1);
        } finally {
            sessions.forEach(JdbcUtils::closeConnection);
        }
    }

    private static boolean took(Future<Boolean> taker) {
        return taker.resultNow();
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
        assertThatThrownBy(() -> write(first)).hasRootCauseInstanceOf(OutsideFault.class);
    }

    @Test
    void letsTheOneWhoIsOutOfItReadAndWriteAgainOnceItsWorkIsOver() throws SQLException {
        first.raise(lock, NAMESPACE);
        second.raise(lock, NAMESPACE);

        assertThat(count(transaction(first, true))).isNotNegative();
        first.release();
        assertThat(write(first)).isEqualTo(1);
    }

    /** The commit took place, its reply was lost: whatever the process believes, it may write nothing over what it does not know. */
    @Test
    void letsAProcessInDoubtOfItsLastCommitWriteNothingUntilItRaisesAgain() throws SQLException {
        first.raise(lock, NAMESPACE);
        database.loseReplies = true;
        assertThatThrownBy(() -> write(first)).isNotInstanceOf(OutsideFault.class);
        database.loseReplies = false;

        assertThatThrownBy(() -> write(first))
                .hasRootCauseInstanceOf(OutsideFault.class)
                .hasStackTraceContaining("recover");
        assertThat(count(transaction(first, true))).isPositive();

        first.raise(lock, NAMESPACE);
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

    /** Connections whose commits take place and whose replies are lost, if asked for. */
    private static final class Unreliable extends DriverManagerDataSource {

        private boolean loseReplies;

        Unreliable(String url, String user, String password) {
            super(url, user, password);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        Object answer = method.invoke(real, arguments);
                        if (loseReplies && method.getName().equals("commit")) {
                            throw new SQLException("the reply was lost", "08006");
                        }
                        return answer;
                    });
        }
    }
}
