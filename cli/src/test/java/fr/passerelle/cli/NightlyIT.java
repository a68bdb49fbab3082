package fr.passerelle.cli;

import static fr.passerelle.cli.CommandOutput.by;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.journal.fence.Fence;
import fr.passerelle.local.fixture.OtherFacts;
import fr.passerelle.local.test.AsWritten;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The nightly job on real servers without events: one night's story, told in order. */
@WithServers
@TestMethodOrder(AsWritten.class)
class NightlyIT {

    @TempDir
    private static Path folder;

    private final TestServers servers;
    private final NightFiles files = new NightFiles(folder);

    NightlyIT(TestServers servers) {
        this.servers = servers;
    }

    @Test
    void refusesToStartBeforeAllIsRegistered() {
        CommandOutput nothing = by(servers, files.night());
        CommandOutput halfway = by(withoutRegistry(), "register");
        CommandOutput half = by(servers, files.night());

        assertThat(List.of(nothing.code(), halfway.code(), half.code())).containsOnly(1);
        assertThat(nothing.err()).contains("Kafka ne donne pas ce droit", "./passerelle register");
        assertThat(half.err()).contains("Les schémas ne sont pas enregistrés", "./passerelle register");
    }

    private TestServers withoutRegistry() {
        return new TestServers(servers.endpoints().withRegistry("http://127.0.0.1:9"), servers.namespace());
    }

    @Test
    void registersAndRegistersAgain() throws SQLException {
        by(servers, "register").succeeded();
        long known = number("select count(*) from passerelle.registered_schema");

        by(servers, "register").succeeded();

        assertThat(number("select count(*) from passerelle.registered_schema"))
                .isEqualTo(known)
                .isPositive();
    }

    @Test
    void writesNothingForAFileThatCannotBeUsed() throws SQLException {
        by(servers, "nightly", "--rooms", "absent.csv", "--attendance", "absent.csv")
                .failed(2, "absent.csv");
        assertThat(number("select count(*) from passerelle.journal")).isZero();
    }

    @Test
    void beginsUnderNoBaremeThatNobodyVoted() throws SQLException {
        String[] night = Stream.concat(Stream.of(files.night()), Stream.of("--bareme", "2018-01"))
                .toArray(String[]::new);

        by(servers, night).failed(1, "« 2018-01 » est une illustration", "sous un barème voté");
        assertThat(number("select count(*) from passerelle.run")).isZero();
    }

    @Test
    void failsWithinTenSecondsWhenNobodyConsumes() throws SQLException {
        Instant begun = Instant.now();

        CommandOutput.patientlyBy(servers, files.night())
                .failed(1, "events n'est pas démarré", "./passerelle up", "./passerelle restart N-000001");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(60));
        assertThat(number("select extract(epoch from end_time - start_time) from batch.batch_step_execution"
                        + " where step_name = 'await'"))
                .isLessThan(10);
    }

    @Test
    void refusesAnotherNightAndNamesWhatToDo() throws SQLException {
        by(servers, files.night()).failed(1, "./passerelle restart N-000001", "./passerelle abandon N-000001");
        assertThat(number("select count(*) from passerelle.run")).isEqualTo(1);
    }

    @Test
    void isAloneWhileARunHoldsTheLock() throws SQLException {
        try (Connection other = servers.connect()) {
            other.createStatement().execute("set application_name = 'passerelle-batch-1-2'");
            assertThat(new Fence("passerelle-batch-1-2").raise(other, servers.namespace()))
                    .isTrue();

            by(servers, "restart", "N-000001").failed(1, "Une exécution est en cours dans un autre processus");
        }
    }

    /** The lock of runs was such a lock. */
    @Test
    void isStoppedByNoLockThatAnAnalystCanTake() throws SQLException {
        try (Connection analyst = servers.connect(servers.endpoints().analyst());
                Statement statement = analyst.createStatement()) {
            statement.execute("select pg_advisory_lock(1348563827, hashtext('" + servers.namespace() + "'))");

            assertThat(by(servers, "restart", "N-000001").err()).contains("events n'est pas démarré");
        }
    }

    @Test
    void refusesToRestartOnAFileThatChangedBeforeItsClosing() throws SQLException {
        change("update passerelle.run set counts = null");
        files.change();

        by(servers, "restart", "N-000001").failed(1, "a changé ou disparu depuis l'ouverture de l'exécution");
    }

    @Test
    void refusesToRestartOnOtherFactsBeforeItsClosing() {
        Path merged = OtherFacts.merged("200099999", "246000129", "246000376");

        by(servers, "restart", "N-000001", "--passerelle.facts=" + merged)
                .failed(1, "Les référentiels", "l'exécution N-000001", "passerelle.facts");
    }

    @Test
    void keepsNoPathInTheDatabase() throws SQLException {
        assertThat(number("select count(*) from passerelle.run where parameters::text like '%" + folder.getFileName()
                        + "%' or failure like '%" + folder.getFileName() + "%'"))
                .isZero();
    }

    @Test
    void takesARunUpOnAFileThatWasMoved() throws SQLException {
        Path moved = files.move();

        assertThat(by(servers, "restart", "N-000001").err())
                .contains("« frequentation.csv » a changé ou disparu", "./passerelle restart N-000001 --file FICHIER");
        assertThat(by(servers, "restart", "N-000001", "--file", moved.toString())
                        .failed(1, "events n'est pas démarré")
                        .err())
                .doesNotContain("a changé ou disparu");
    }

    @Test
    void abandonsTheRunOnTheLogToo() throws SQLException {
        change("insert into passerelle.staged_line values (1, 24192, 1, 0, 1, 0, null, null, '')");

        by(servers, "abandon", "N-000001", "--reason", "fichier à corriger").succeeded();
        assertThat(number("select count(*) from passerelle.journal where type = 'RunAbandoned'"))
                .isEqualTo(TestServers.PARTITIONS);
        assertThat(by(servers, "runs", "N-000001").out()).contains("abandonnée", "fichier à corriger");
        assertThat(number("select count(*) from passerelle.staged_line")).isZero();
    }

    @Test
    void neverTakesUpAnAbandonedRun() throws SQLException {
        long written = number("select count(*) from passerelle.journal");

        by(servers, "restart", "N-000001").failed(1, "L'exécution N-000001 est abandonnée", "./passerelle nightly");
        assertThat(number("select count(*) from passerelle.journal")).isEqualTo(written);
    }

    @Test
    void knowsNoMissingMonthAndNoRegisterBeforeAPublication() {
        CommandOutput relances = by(servers, "relances");
        CommandOutput withdrawal = by(servers, "withdraw", "0123456789ab", "--reason", "test");

        relances.failed(1, "Aucune exécution n'est publiée");
        withdrawal.failed(2, "Aucun registre connu", "./passerelle files");
        assertThat(by(servers, "files").out()).contains("frequentation.csv", "en vigueur");
    }

    @Test
    void tellsTheMonthFromThePresencesOfTheRoomsThatAreThere() throws SQLException {
        files.tellYearsAhead();

        CommandOutput commandOutput = by(servers, files.night("--json"));

        assertThat(commandOutput.code()).isEqualTo(1);
        assertThat(commandOutput.out())
                .contains("\"asOf\":\"2017-10\"", "\"counts\"")
                .doesNotContain("\"proposals\"");
        assertThat(number("select count(*) from passerelle.reject where reason = 'PERIODE_FUTURE'"))
                .isOne();
    }

    @Test
    void needsItsFilesNoMoreOnceItIsClosed() throws SQLException {
        files.vanish();

        assertThat(by(servers, "restart", "N-000002")
                        .failed(1, "events n'est pas démarré")
                        .err())
                .doesNotContain("a changé ou disparu");
    }

    @Test
    void takesUpACommitThatNobodyKnowsTheEndOf() throws SQLException {
        change("update batch.batch_job_execution set status = 'UNKNOWN'");
        change("update batch.batch_step_execution set status = 'UNKNOWN' where step_name = 'await'");

        by(servers, "restart", "N-000002").failed(1, "events n'est pas démarré");
        by(servers, "abandon", "N-000002").succeeded();
    }

    private void change(String sql) {
        servers.database().change(sql);
    }

    private long number(String sql) throws SQLException {
        return new BigDecimal(servers.firstColumn(sql).getFirst()).longValue();
    }
}
