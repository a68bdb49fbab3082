package fr.passerelle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.local.test.TestServers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows sent piece by piece to a real server, on the one connection that there is. */
class CopyRowsIT {

    private static final String TARGET = "copied (n, words)";
    private static final int COLUMNS = 2;
    /** So many of these rows are several pieces. */
    private static final int MANY = 20_000;

    private final TestServers servers = TestServers.fresh("copie");
    private final SingleConnectionDataSource dataSource = new SingleConnectionDataSource(
            servers.endpoints().postgresUrl(),
            servers.endpoints().owner().user(),
            servers.endpoints().owner().password(),
            true);
    private final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(dataSource));

    @BeforeEach
    void makeATable() {
        jdbc.sql("create table copied (n bigint primary key, words text)").update();
    }

    @Test
    void sendsRowsOfManyPieces() {
        transaction.executeWithoutResult(status -> copy(MANY));

        assertThat(count()).isEqualTo(MANY);
        assertThat(jdbc.sql("select sum(n) from copied where words = 'été ' || n")
                        .query(Long.class)
                        .single())
                .isEqualTo((long) MANY * (MANY + 1) / 2);
    }

    @Test
    void sendsNothingWhereThereIsNoRow() {
        transaction.executeWithoutResult(status -> copy(0));

        assertThat(count()).isZero();
    }

    @Test
    void leavesNothingAndAFreeConnectionWhenARowCannotBeMadeAfterOthersHaveLeft() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    try (CopyRows rows = new CopyRows(dataSource, TARGET, COLUMNS)) {
                        rows(rows, MANY);
                        throw new IllegalStateException("this row cannot be made");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this row cannot be made");

        assertThat(count()).isZero();
    }

    @Test
    void saysThatTheServerRefusesRowsOfAnEarlierPiece() {
        transaction.executeWithoutResult(status -> copy(1));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> copy(MANY)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("copied");

        assertThat(count()).isEqualTo(1);
    }

    private @Nullable Long count() {
        return jdbc.sql("select count(*) from copied").query(Long.class).single();
    }

    private void copy(int count) {
        try (CopyRows rows = new CopyRows(dataSource, TARGET, COLUMNS)) {
            rows(rows, count);
            rows.end();
        }
    }

    private static void rows(CopyRows rows, int count) {
        for (int n = 1; n <= count; n++) {
            rows.row();
            rows.int8(n);
            rows.text("été " + n);
        }
    }
}
