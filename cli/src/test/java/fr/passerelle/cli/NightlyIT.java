package fr.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.journal.fence.Fence;
import fr.passerelle.local.fixture.OtherFacts;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The nightly job on real servers without events: one night's story, told in order. */
@WithServers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NightlyIT {

    @TempDir
    private static Path folder;

    private final TestServers servers;
    private final NightFiles files = new NightFiles(folder);

    NightlyIT(TestServers servers) {
        this.servers = servers;
    }

    @Test
    @Order(1)
    void refusesToStartBeforeAllIsRegistered() {
        CommandOutput nothing = CommandOutput.by(servers, files.night());
        CommandOutput halfway = CommandOutput.by(withoutRegistry(), "register");
        CommandOutput half = CommandOutput.by(servers, files.night());

        assertThat(List.of(nothing.code(), halfway.code(), half.code())).containsOnly(1);
        assertThat(nothing.err()).contains("Kafka ne donne pas ce droit", "./passerelle register");
        assertThat(half.err()).contains("Les schémas ne sont pas enregistrés", "./passerelle register");
    }

    private TestServers withoutRegistry() {
        return new TestServers(servers.endpoints().withRegistry("http://127.0.0.1:9"), servers.namespace());
    }

    @Test
    @Order(2)
    void registersAndRegistersAgain() throws SQLException {
        assertThat(CommandOutput.by(servers, "register").code()).isZero();
        long known = number("select count(*) from passerelle.registered_schema");

        assertThat(CommandOutput.by(servers, "register").code()).isZero();

        assertThat(number("select count(*) from passerelle.registered_schema"))
                .isEqualTo(known)
                .isPositive();
    }

    @Test
    @Order(3)
    void writesNothingForAFileThatCannotBeUsed() throws SQLException {
        CommandOutput commandOutput =
                CommandOutput.by(servers, "nightly", "--rooms", "absent.csv", "--attendance", "absent.csv");

        assertThat(commandOutput.code()).isEqualTo(2);
        assertThat(commandOutput.err()).contains("absent.csv").doesNotContain("\tat ");
        assertThat(number("select count(*) from passerelle.journal")).isZero();
    }

    @Test
    @Order(3)
    void beginsUnderNoBaremeThatNobodyVoted() throws SQLException {
        String[] night = Stream.concat(Stream.of(files.night()), Stream.of("--bareme", "2018-01"))
                .toArray(String[]::new);

        CommandOutput commandOutput = CommandOutput.by(servers, night);

        assertThat(commandOutput.code()).isEqualTo(1);
        assertThat(commandOutput.err()).contains("« 2018-01 » est une illustration", "sous un barème voté");
        assertThat(number("select count(*) from passerelle.run")).isZero();
    }

    @Test
    @Order(4)
    void failsWithinTenSecondsWhenNobodyConsumes() throws SQLException {
        Instant begun = Instant.now();

        CommandOutput commandOutput = CommandOutput.patientlyBy(servers, files.night());

        assertThat(commandOutput.code()).isEqualTo(1);
        assertThat(commandOutput.err())
                .contains("events n'est pas démarré", "./passerelle up", "./passerelle restart N-000001");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(60));
        assertThat(number("select extract(epoch from end_time - start_time) from batch.batch_step_execution"
                        + " where step_name = 'await'"))
                .isLessThan(10);
    }

    @Test
    @Order(5)
    void refusesAnotherNightAndNamesWhatToDo() throws SQLException {
        CommandOutput commandOutput = CommandOutput.by(servers, files.night());

        assertThat(commandOutput.code()).isEqualTo(1);
        assertThat(commandOutput.err()).contains("./passerelle restart N-000001", "./passerelle abandon N-000001");
        assertThat(number("select count(*) from passerelle.run")).isEqualTo(1);
    }

    @Test
    @Order(6)
    void isAloneWhileARunHoldsTheLock() throws SQLException {
        try (Connection other = servers.connect()) {
            other.createStatement().execute("set application_name = 'passerelle-batch-1-2'");
            assertThat(new Fence("passerelle-batch-1-2").raise(other, servers.namespace()))
                    .isTrue();

            CommandOutput commandOutput = CommandOutput.by(servers, "restart", "N-000001");

            assertThat(commandOutput.code()).isEqualTo(1);
            assertThat(commandOutput.err()).contains("Une exécution est en cours dans un autre processus");
        }
    }

    /** The lock of runs was such a lock. */
    @Test
    @Order(6)
    void isStoppedByNoLockThatAnAnalystCanTake() throws SQLException {
        try (Connection analyst = servers.connect(servers.endpoints().analyst());
                Statement statement = analyst.createStatement()) {
            statement.execute("select pg_advisory_lock(1348563827, hashtext('" + servers.namespace() + "'))");

            CommandOutput commandOutput = CommandOutput.by(servers, "restart", "N-000001");

            assertThat(commandOutput.err()).contains("events n'est pas démarré");
        }
    }

    @Test
    @Order(7)
    void refusesToRestartOnAFileThatChangedBeforeItsClosing() throws SQLException {
        change("update passerelle.run set counts = null");
        files.change();

        CommandOutput commandOutput = CommandOutput.by(servers, "restart", "N-000001");

        assertThat(commandOutput.code()).isEqualTo(1);
        assertThat(commandOutput.err()).contains("a changé ou disparu depuis l'ouverture de l'exécution");
    }

    @Test
    @Order(8)
    void refusesToRestartOnOtherFactsBeforeItsClosing() {
        Path merged = OtherFacts.merged("200099999", "246000129", "246000376");

        CommandOutput commandOutput = CommandOutput.by(servers, "restart", "N-000001", "--passerelle.facts=" + merged);

        assertThat(commandOutput.code()).isEqualTo(1);
        assertThat(commandOutput.err()).contains("Les référentiels", "l'exécution N-000001", "passerelle.facts");
    }

    @Test
    @Order(8)
    void keepsNoPathInTheDatabase() throws SQLException {
        assertThat(number("select count(*) from passerelle.run where parameters::text like '%" + folder.getFileName()
                        + "%' or failure like '%" + folder.getFileName() + "%'"))
                .isZero();
    }

    @Test
    @Order(9)
    void takesARunUpOnAFileThatWasMoved() throws SQLException {
        Path moved = files.move();

        assertThat(CommandOutput.by(servers, "restart", "N-000001").err())
                .contains("« frequentation.csv » a changé ou disparu", "./passerelle restart N-000001 --file FICHIER");
        CommandOutput commandOutput = CommandOutput.by(servers, "restart", "N-000001", "--file", moved.toString());

        assertThat(commandOutput.code()).isEqualTo(1);
        assertThat(commandOutput.err()).contains("events n'est pas démarré").doesNotContain("a changé ou disparu");
    }

    @Test
    @Order(10)
    void abandonsTheRunOnTheLogToo() throws SQLException {
        change("insert into passerelle.staged_line values (1, 24192, 1, 0, 1, 0, null, null, '')");

        CommandOutput commandOutput =
                CommandOutput.by(servers, "abandon", "N-000001", "--reason", "fichier à corriger");

        assertThat(commandOutput.code()).isZero();
        assertThat(number("select count(*) from passerelle.journal where type = 'RunAbandoned'"))
                .isEqualTo(TestServers.PARTITIONS);
        assertThat(CommandOutput.by(servers, "runs", "N-000001").out()).contains("abandonnée", "fichier à corriger");
        assertThat(number("select count(*) from passerelle.staged_line")).isZero();
    }

    @Test
    @Order(11)
    void neverTakesUpAnAbandonedRun() throws SQLException {
        long written = number("select count(*) from passerelle.journal");

        CommandOutput commandOutput = CommandOutput.by(servers, "restart", "N-000001");

        assertThat(commandOutput.code()).isEqualTo(1);
        assertThat(commandOutput.err()).contains("L'exécution N-000001 est abandonnée", "./passerelle nightly");
        assertThat(number("select count(*) from passerelle.journal")).isEqualTo(written);
    }

    @Test
    @Order(11)
    void knowsNoMissingMonthAndNoRegisterBeforeAPublication() {
        CommandOutput relances = CommandOutput.by(servers, "relances");
        CommandOutput withdrawal = CommandOutput.by(servers, "withdraw", "0123456789ab", "--reason", "test");

        assertThat(relances.code()).isEqualTo(1);
        assertThat(relances.err()).contains("Aucune exécution n'est publiée").doesNotContain("\tat ");
        assertThat(withdrawal.code()).isEqualTo(2);
        assertThat(withdrawal.err()).contains("Aucun registre connu", "./passerelle files");
        assertThat(CommandOutput.by(servers, "files").out()).contains("frequentation.csv", "en vigueur");
    }

    @Test
    @Order(12)
    void tellsTheMonthFromThePresencesOfTheRoomsThatAreThere() throws SQLException {
        files.tellYearsAhead();

        CommandOutput commandOutput = CommandOutput.by(servers, files.night("--json"));

        assertThat(commandOutput.code()).isEqualTo(1);
        assertThat(commandOutput.out())
                .contains("\"asOf\":\"2017-10\"", "\"counts\"")
                .doesNotContain("\"proposals\"");
        assertThat(number("select count(*) from passerelle.reject where reason = 'PERIODE_FUTURE'"))
                .isOne();
    }

    @Test
    @Order(13)
    void needsItsFilesNoMoreOnceItIsClosed() throws SQLException {
        files.vanish();

        CommandOutput commandOutput = CommandOutput.by(servers, "restart", "N-000002");

        assertThat(commandOutput.code()).isEqualTo(1);
        assertThat(commandOutput.err()).contains("events n'est pas démarré").doesNotContain("a changé ou disparu");
    }

    @Test
    @Order(14)
    void takesUpACommitThatNobodyKnowsTheEndOf() throws SQLException {
        change("update batch.batch_job_execution set status = 'UNKNOWN'");
        change("update batch.batch_step_execution set status = 'UNKNOWN' where step_name = 'await'");

        CommandOutput commandOutput = CommandOutput.by(servers, "restart", "N-000002");

        assertThat(commandOutput.code()).isEqualTo(1);
        assertThat(commandOutput.err()).contains("events n'est pas démarré").doesNotContain("\tat ");
        assertThat(CommandOutput.by(servers, "abandon", "N-000002").code()).isZero();
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = servers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = servers.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
