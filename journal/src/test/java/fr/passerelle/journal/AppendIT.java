package fr.passerelle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.journal.Journal.JournalEntry;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.RunAbandoned;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Appending to the journal, by the role of batch: one transaction at a time, and nobody else in the way. */
@WithServers
class AppendIT {

    private final TestServers servers;
    private final DataSource dataSource;

    AppendIT(TestServers servers) {
        this.servers = servers;
        this.dataSource = servers.dataSource(servers.endpoints().batch());
    }

    @Test
    void waitsForNoLockThatAnAnalystCanTake() throws SQLException {
        try (Connection analyst = servers.connect(servers.endpoints().analyst())) {
            analyst.createStatement().execute("select pg_advisory_lock(88379478985327)");

            assertThat(append()).isPositive();
        }
    }

    @Test
    void waitsForWhoAppendedAndHasNotCommitted() {
        long first = append();

        new TransactionTemplate(new JdbcTransactionManager(dataSource)).executeWithoutResult(open -> {
            assertThat(journal(dataSource).append(1, entries())).isEqualTo(first + 1);
            assertThatThrownBy(
                            () -> append(servers.dataSource(servers.endpoints().batch())))
                    .hasMessageContaining("lock timeout");
        });

        assertThat(append()).isEqualTo(first + 2);
    }

    private long append() {
        return append(dataSource);
    }

    private static long append(DataSource dataSource) {
        return Objects.requireNonNull(
                new TransactionTemplate(new JdbcTransactionManager(dataSource)).execute(status -> {
                    JdbcClient.create(dataSource)
                            .sql("set local lock_timeout = '1s'")
                            .update();
                    return journal(dataSource).append(1, entries());
                }));
    }

    private static Journal journal(DataSource dataSource) {
        return new Journal(dataSource, new Partitions(TestServers.PARTITIONS), new Records());
    }

    private static List<JournalEntry> entries() {
        return List.of(JournalEntry.run("N-000001", 0, new RunAbandoned(1L, "N-000001", 0, "essai")));
    }
}
