package fr.passerelle.cli;

import static fr.passerelle.cli.CommandOutput.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.journal.fence.Fence;
import fr.passerelle.local.test.AsWritten;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What {@code recover} finds and says, told in order on one database. That it holds against real processes is proven in dev/proof. */
@WithServers
@TestMethodOrder(AsWritten.class)
record RecoveryIT(TestServers servers) {

    private static final String DEAD = "update batch.batch_job_execution set status = 'STARTED', end_time = null";

    @TempDir
    private static Path folder;

    @Test
    void findsNothingWhereNothingDied() {
        servers.createTopics();
        by(servers, "register").succeeded();
        assertThat(by(servers, new NightFiles(folder).night()).code()).isEqualTo(1);

        by(servers, "recover", "--passerelle.facts=/nulle/part").succeeded("Rien à reprendre");
        assertThat(by(servers, "recover", "--json").out()).contains("{\"sessionsEnded\":0,\"recovered\":[]}");
    }

    @Test
    void marksADeadExecutionAndItsRunAndNamesTheCommandOnce() throws SQLException {
        change(DEAD);
        change("update batch.batch_step_execution set status = 'STARTED', end_time = null where step_name = 'await'");
        change("update batch.batch_job_execution set last_updated = start_time");
        change("update passerelle.run set state = 'OPEN', failure = null");
        assertThat(by(servers, "runs", "N-000001").said())
                .contains(
                        "N-000001", ": interrompue", "Notes et propositions : interrompue", "« ./passerelle recover »");

        CommandOutput commandOutput = by(servers, "recover");

        assertThat(commandOutput.code()).as(commandOutput.err()).isZero();
        assertThat(commandOutput.said())
                .contains("N-000001 : interruption pendant la phase « Notes et propositions »")
                .contains("STARTED", "« ./passerelle restart N-000001 »");
        assertThat(text("select state || ' ' || failure from passerelle.run"))
                .startsWith("FAILED Interrompue pendant la phase « Notes et propositions »");
        assertThat(text("select string_agg(distinct status, ',') from batch.batch_job_execution"))
                .isEqualTo("FAILED");
        assertThat(by(servers, "recover").out()).contains("Rien à reprendre");
        assertThat(by(servers, "runs").out())
                .containsPattern("N-000001 +nuit +arrêtée .* 2017-10 .* \\d+,\\d s\n.*\\(Notes");
        assertThat(by(servers, "runs", "N-000001").out())
                .containsPattern("durée +\\d")
                .doesNotContainPattern("durée +0,0 s");
        assertThat(by(servers, "runs", "N-000001", "--json").out())
                .contains("\"kind\":\"NIGHTLY\"", "\"standing\":\"STOPPED\"")
                .contains(
                        "\"next\":\"./passerelle restart N-000001\"", "\"name\":\"Clôture\",\"status\":\"COMPLETED\"");
    }

    @Test
    void marksACommitThatNobodyKnowsTheEndOf() throws SQLException {
        change("update passerelle.run set failure = 'Dit par elle-même.'");
        change("update batch.batch_job_execution set status = 'UNKNOWN'");
        change("update batch.batch_step_execution set status = 'UNKNOWN' where step_name = 'await'");

        assertThat(by(servers, "recover", "--json").out())
                .contains(
                        "\"subject\":\"N-000001\"",
                        "\"was\":\"UNKNOWN\"",
                        "\"next\":\"./passerelle restart N-000001\"");
        assertThat(text("select count(*) from batch.batch_step_execution where status = 'UNKNOWN'"))
                .isEqualTo("0");
        assertThat(text("select failure from passerelle.run")).isEqualTo("Dit par elle-même.");
    }

    @Test
    void marksARunThatWasOpenedAndNeverExecuted() throws SQLException {
        change("update passerelle.run set state = 'OPEN', failure = null");

        assertThat(by(servers, "recover").out()).contains("N-000001", "OPEN", "./passerelle restart N-000001");
        assertThat(text("select state from passerelle.run")).isEqualTo("FAILED");
    }

    @Test
    void saysWhoHoldsTheLockAndLeavesALiveRunAlone() throws SQLException {
        change(DEAD);
        change("update passerelle.run set state = 'OPEN', failure = null");
        try (Connection other = holder("passerelle-batch-1-2")) {
            assertThat(by(servers, "runs", "N-000001").said())
                    .contains("N-000001", ": en cours", "la session « passerelle-batch-1-2 » y travaille");
            by(servers, "recover")
                    .failed(
                            1,
                            "passerelle-batch-1-2",
                            "processus " + pid(other),
                            "venue de 127.0.0.1",
                            "recover --fence");
            assertThat(text("select string_agg(distinct status, ',') from batch.batch_job_execution"))
                    .isEqualTo("STARTED");
        }
    }

    @Test
    void endsAllSessionsOfADeadOwnerAndTakesItsPlace() throws SQLException {
        try (Connection other = holder("passerelle-batch-1-2");
                Connection another = named("passerelle-batch-1-2");
                Connection neighbour = named("passerelle-batch-1-3")) {
            by(servers, "recover", "--fence").succeeded("2 sessions terminées", "./passerelle restart N-000001");
            assertThatThrownBy(() -> pid(other)).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> pid(another)).isInstanceOf(SQLException.class);
            assertThat(pid(neighbour)).isPositive();
        }
    }

    @Test
    void saysThatTheSessionsOfAnotherRoleAreNotItsToEnd() throws SQLException {
        try (Connection other = holding(called("passerelle-batch-1-5", servers.connect()), "passerelle-batch-1-5")) {

            assertThat(by(servers, "recover").err()).contains("processus " + pid(other), "--fence");
            by(servers, "recover", "--fence").failed(1, "un autre rôle de PostgreSQL");
            assertThat(pid(other)).isPositive();
        }
    }

    /** Who may end nobody's session may not name its own so that nobody's is ended. */
    @Test
    void endsTheSessionsOfADeadOwnerWhoeverElseTakesTheirName() throws SQLException {
        try (Connection dead = holder("passerelle-batch-1-2");
                Connection analyst = servers.connect(servers.endpoints().analyst())) {
            analyst.createStatement().execute("set application_name = 'passerelle-batch-1-2'");

            CommandOutput commandOutput = by(servers, "recover", "--fence");

            assertThat(commandOutput.code()).as(commandOutput.err()).isZero();
            assertThatThrownBy(() -> pid(dead)).isInstanceOf(SQLException.class);
            assertThat(pid(analyst)).isPositive();
        }
    }

    @Test
    void refusesToTakeOverFromAWriterThatLostItsLockUntilItIsFenced() throws SQLException {
        change("update passerelle.fence set owner = 'passerelle-batch-1-4', role = 'passerelle_batch'");
        try (Connection writer = named("passerelle-batch-1-4")) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("select from passerelle.fence for share");

            by(servers, "restart", "N-000001")
                    .failed(1, "a encore une écriture ouverte", "./passerelle recover --fence");
            assertThat(by(servers, "recover", "--fence").out()).contains("1 session terminée");
            assertThatThrownBy(() -> pid(writer)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void saysThatAnAbandonedRunIsNotToBeTakenUp() throws SQLException {
        by(servers, "abandon", "N-000001").succeeded();
        change(DEAD);

        assertThat(by(servers, "recover").out()).contains("N-000001", "il n'y a rien à reprendre");
    }

    /** Spring Batch commits an instance, then its first execution: a process may die between the two. */
    @Test
    void takesUpARunThatDiedBeforeItsFirstExecution() throws SQLException {
        change("create function refuse() returns trigger language plpgsql as 'begin raise exception ''refused''; end'");
        change("create trigger refuse before insert on batch.batch_job_execution execute function refuse()");
        assertThat(by(servers, new NightFiles(folder).night()).code()).isEqualTo(1);
        change("drop function refuse cascade");
        assertThat(text("select count(*) from batch.batch_job_instance")).isEqualTo("2");

        assertThat(by(servers, "restart", "N-000002").err())
                .contains("events n'est pas démarré")
                .doesNotContain("Erreur inattendue", "\tat ");
        assertThat(text("select count(*) from batch.batch_job_instance")).isEqualTo("2");
    }

    /** Spring Batch commits a step's work, then that the step is complete: a process may die between the two. */
    @Test
    void doesNotDoAgainTheStepThatDiedBeforeItWasKnownToBeDone() throws SQLException {
        String closed = "select counts::text || ' ' || (select count(*) from passerelle.journal where run_no = 2)"
                + " from passerelle.run where run_no = 2";
        String before = text(closed);
        change("update batch.batch_job_execution set status = 'STARTED' where job_execution_id ="
                + " (select max(job_execution_id) from batch.batch_job_execution)");
        change("update batch.batch_step_execution set status = 'STARTED' where step_execution_id in (select"
                + " max(step_execution_id) from batch.batch_step_execution where step_name in"
                + " ('territories', 'rooms', 'sites', 'decisions', 'close') group by step_name)");

        assertThat(by(servers, "restart", "N-000002").err())
                .contains("events n'est pas démarré")
                .doesNotContain("Erreur inattendue", "\tat ");
        assertThat(text(closed)).isEqualTo(before);
    }

    private Connection holder(String name) throws SQLException {
        return holding(named(name), name);
    }

    private Connection holding(Connection connection, String name) throws SQLException {
        assertThat(new Fence(name).raise(connection, servers.namespace())).isTrue();
        return connection;
    }

    /** By the role of batch: a role may end its own sessions only. */
    private Connection named(String name) throws SQLException {
        return called(name, servers.connect(servers.endpoints().batch()));
    }

    private static Connection called(String name, Connection connection) throws SQLException {
        connection.createStatement().execute("set application_name = '" + name + "'");
        return connection;
    }

    private static int pid(Connection connection) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void change(String sql) {
        servers.database().change(sql);
    }

    private String text(String sql) throws SQLException {
        return String.valueOf(servers.firstColumn(sql).getFirst());
    }
}
