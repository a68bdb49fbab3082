package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.told;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.server.Endpoints.DatabaseRole;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.Server;
import fr.passerelle.local.server.Server.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A process that was taken over writes nothing when it wakes up, a machine that crashed is recovered without
 * loss or repeat, and a night that nobody listens to ends and is taken up again.
 */
@Story
class RecoverIT {

    private static final String TAKEN_OVER = "Un autre processus a pris la main sur les exécutions";
    private static final List<String> WRITTEN = List.of(
            "select count(*) || ' ' || coalesce(max(seq), 0) from passerelle.journal",
            "select string_agg(run_id || state || coalesce(failure, '') || result_hash, ',') from passerelle.run",
            "select count(*) || ' ' || max(month_no) || ' ' || sum(held) from passerelle.attendance_said",
            "select string_agg(job_execution_id || status || version, ',' order by 1) from batch.batch_job_execution",
            "select string_agg(step_execution_id || status || version, ',' order by 1) from batch.batch_step_execution",
            "select count(*) from passerelle.reject",
            "select count(*) || string_agg(distinct run_no::text, ',') from passerelle.result");

    @TempDir
    private Path folder;

    private Path gate = Path.of("");
    private String referenceHash = "";
    private JsonNode referenceCounts = MissingNode.getInstance();

    @BeforeAll
    void computeTheReference() {
        try (var undisturbed = Deployments.fresh("calme")) {
            undisturbed.events(1);
            var report = undisturbed.night(Inputs.workedCases());
            referenceHash = report.get("resultHash").asString();
            referenceCounts = report.get("counts");
        }
    }

    @BeforeEach
    void closeTheGate() throws IOException {
        gate = Files.createTempFile(folder, "pause", "");
    }

    @Test
    void writesNothingWhenItWakesUpInsideAChunkAfterItWasFenced() throws IOException {
        try (var system = Deployments.fresh("zombie")) {
            system.events(1);
            var zombie = frozenAt("stage-chunk-3", system);
            assertThat(system.text(batch(system), openTransactionsOf(zombie))).isEqualTo("1");

            assertThat(told(system, 1, "recover")).contains("passerelle-batch-" + zombie.pid() + "-", "--fence");
            assertThat(told(system, 1, "restart N-000001")).contains("en cours dans un autre processus");
            assertThat(told(system, 0, "recover --fence"))
                    .contains("sessions terminées", "« Fréquentation »", "./passerelle restart N-000001");
            assertThat(system.restart().get("resultHash").asString()).isEqualTo(referenceHash);

            assertThatItWritesNothingMore(zombie, system);
        }
    }

    @Test
    @Tag("proof")
    void writesNothingThroughItsOtherConnectionsWhenOnlyItsLockWasCut() throws IOException {
        try (var system = Deployments.fresh("verrou")) {
            system.events(1);
            var zombie = frozenAt("step-close", system);

            assertThat(system.text(batch(system), "select pg_terminate_backend(pid) from passerelle.lock_holder"))
                    .isEqualTo("t");
            assertThat(system.restart().get("resultHash").asString()).isEqualTo(referenceHash);
            assertThat(system.number("select count(*) from pg_stat_activity where datname = current_database()"
                            + " and application_name like 'passerelle-batch-" + zombie.pid() + "-%'"))
                    .isPositive();

            assertThatItWritesNothingMore(zombie, system);
        }
    }

    @Test
    void finishesWithTheSameHashAfterTheDatabaseDiedInsideAChunk() throws IOException {
        assertThatItFinishesAfterTheDatabaseDiedAt("stage-chunk-3");
    }

    /** The lines that were read are not logged: the server loses them when it dies, and they are read again. */
    @Test
    @Tag("proof")
    void readsAgainWhatTheDatabaseLostBeforeTheFoldAndInTheMiddleOfIt() throws IOException {
        assertThatItFinishesAfterTheDatabaseDiedAt("step-fold", "fold-chunk-2");
    }

    /** One death after the other in one run. */
    private void assertThatItFinishesAfterTheDatabaseDiedAt(String... boundaries) throws IOException {
        var servers = LocalServers.start(folder.resolve(boundaries[0]));
        try (var system = Deployments.on(servers.endpoints())) {
            // One that is still starting gives up where the database is gone; one that reads waits for it.
            system.events(1).awaitSaying("est lu");
            var command = Inputs.workedCases();
            for (var boundary : boundaries) {
                closeTheGate();
                losesTheDatabase(system.batchStoppedAt(boundary, command, pausing()), servers);
                assertThat(told(system, 0, "recover")).contains("./passerelle restart N-000001");
                command = List.of("restart", "N-000001");
            }

            var report = system.restart();
            assertThat(report.get("resultHash").asString()).isEqualTo(referenceHash);
            assertThat(report.get("counts")).isEqualTo(referenceCounts);
            assertThat(new Log(system).duplicates()).isEmpty();
            assertThat(told(system, 0, "recover")).contains("Rien à reprendre");
        } finally {
            servers.stop();
        }
    }

    private void losesTheDatabase(ProgramProcess batch, LocalServers servers) throws IOException {
        servers.end(Server.POSTGRESQL, "KILL");
        Files.delete(gate);
        assertThat(batch.end()).isEqualTo(1);
        assertThat(batch.transcript())
                .contains("La base PostgreSQL ne répond plus", "./passerelle recover")
                .doesNotContain("\tat ");
        servers.start(Server.POSTGRESQL);
        Waiting.until(() -> servers.status().stream().allMatch(Status::answers));
    }

    private ProgramProcess frozenAt(String boundary, Deployment system) {
        var zombie = system.batchStoppedAt(boundary, Inputs.workedCases(), pausing());
        zombie.signal("STOP");
        return zombie;
    }

    private static DatabaseRole batch(Deployment system) {
        return system.endpoints().batch();
    }

    private Map<String, String> pausing() {
        return Map.of("passerelle.chunk", "20", "passerelle.pause-until", gate.toString());
    }

    private static String openTransactionsOf(ProgramProcess program) {
        return "select count(*) from pg_stat_activity where state = 'idle in transaction' and application_name like"
                + " 'passerelle-batch-" + program.pid() + "-%'";
    }

    private void assertThatItWritesNothingMore(ProgramProcess zombie, Deployment system) throws IOException {
        var written = written(system);

        Files.delete(gate);
        zombie.signal("CONT");

        assertThat(zombie.end()).isEqualTo(1);
        assertThat(zombie.transcript()).contains(TAKEN_OVER).doesNotContain("\tat ");
        assertThat(written(system)).isEqualTo(written);
        assertThat(system.text("select state || ' ' || result_hash from passerelle.run"))
                .isEqualTo("PUBLISHED " + referenceHash);
        assertThat(new Log(system).duplicates()).isEmpty();
        assertThat(told(system, 0, "recover")).contains("Rien à reprendre");
    }

    private static List<String> written(Deployment system) {
        return Stream.concat(WRITTEN.stream().map(system::text), new Log(system).ids().stream())
                .toList();
    }

    /** A nightly that nobody listens to says so within seconds, and can be taken up again. */
    @Test
    void failsWithinTenSecondsThenFinishesOnceEventsIsThere() {
        try (var system = Deployments.fresh("down", Map.of("passerelle.await.empty-group", "7s"))) {
            var nightly = system.batch(Map.of(), Inputs.workedCases());

            assertThat(nightly.end()).isEqualTo(1);
            assertThat(nightly.transcript()).contains("events", "./passerelle up", "restart N-000001");
            assertThat(nightly.transcript()).doesNotContain("\tat ", "Exception");
            assertThat(awaited(system)).isLessThanOrEqualTo(Duration.ofSeconds(10));

            system.events(1).awaitSaying("est lu");
            assertThat(system.restart().get("state").asString()).isEqualTo("PUBLISHED");
        }
    }

    /** A group whose members do nothing is not empty. */
    @Test
    void failsWhereEventsReadsNothingMoreThenFinishesOnceItDoes() {
        try (var system = Deployments.fresh("frozen", Map.of("passerelle.await.still", "15s"))) {
            var events = system.eventsProcess(1, Map.of()).awaitSaying("est lu");
            events.signal("STOP");
            var nightly = system.batch(Map.of(), Inputs.workedCases());

            assertThat(nightly.end()).isEqualTo(1);
            assertThat(nightly.transcript())
                    .contains("Plus rien n'avance depuis 15 s", "regardez le journal d'events", "restart N-000001");

            events.signal("CONT");
            assertThat(system.restart().get("state").asString()).isEqualTo("PUBLISHED");
        }
    }

    /** How long the step that awaits lasted, as Spring Batch recorded it. */
    private static Duration awaited(Deployment system) {
        return Duration.ofMillis(system.number("select round(1000 * extract(epoch from end_time - start_time))::bigint"
                + " from batch.batch_step_execution where step_name = 'await' and status = 'FAILED'"));
    }
}
