package fr.passerelle.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.local.process.Poll;
import fr.passerelle.local.process.ProcessMark;
import fr.passerelle.local.program.Database;
import fr.passerelle.local.server.Daemon.ServerDirectories;
import fr.passerelle.local.server.Server.Status;
import fr.passerelle.schemas.contract.RegistryClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An instance of its own, beside the build's, that the tests stop, kill and start again. */
@Tag("proof")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalServersIT {

    private final Path var;
    private LocalServers servers;

    LocalServersIT(@TempDir Path directory) {
        this.var = directory.resolve("données de l'essai");
        this.servers = new LocalServers(var);
    }

    @BeforeEach
    void start() {
        servers = LocalServers.start(var);
    }

    @AfterAll
    void stop() {
        servers.stop();
    }

    @Test
    void keepsWhatRunsWhenStartedAgain() {
        var before = pids();

        LocalServers.start(var);

        assertThat(pids()).isEqualTo(before);
        assertThat(servers.status()).allMatch(Status::answers);
    }

    @Test
    void startsOneSetWhenTwoStartAtOnce() {
        servers.stop();

        var first = CompletableFuture.runAsync(() -> LocalServers.start(var));
        var second = CompletableFuture.runAsync(() -> LocalServers.start(var));
        CompletableFuture.allOf(first, second).join();

        assertThat(servers.status()).allMatch(Status::answers);
        assertThat(marked()).hasSize(3);
    }

    @Test
    void leavesNoProcessAndNoPortBehind() {
        var running = servers.status();

        assertThat(servers.stop()).containsExactly(Server.REGISTRY, Server.KAFKA, Server.POSTGRESQL);
        assertThat(running).allSatisfy(server -> {
            assertThat(ProcessMark.of(server.pid())).isEmpty();
            assertThat(Ports.isFree(server.port())).isTrue();
        });
        assertThat(marked()).isEmpty();
        assertThat(servers.stop()).isEmpty();
    }

    @Test
    void replacesOnlyTheServerThatDied() {
        var before = servers.status();

        servers.end(Server.KAFKA, "KILL");
        LocalServers.start(var);

        var after = servers.status();
        assertThat(after.get(0).pid()).isEqualTo(before.get(0).pid());
        assertThat(after.get(1).pid()).isNotEqualTo(before.get(1).pid());
        assertThat(after).allMatch(Status::answers);
    }

    @Test
    void waitsForTheAnswerOfABusyServer() {
        var kafka = ProcessMark.of(servers.status().get(1).pid()).orElseThrow();
        kafka.signal("STOP");
        var later = CompletableFuture.runAsync(
                () -> kafka.signal("CONT"), CompletableFuture.delayedExecutor(7, TimeUnit.SECONDS));

        assertThat(servers.status()).allMatch(Status::answers);
        later.join();
    }

    @Test
    void endsAServerWhoseLauncherDiedBeforeItWasRecorded() throws Exception {
        var orphan = servers.status().get(1).pid();
        Files.delete(new ServerDirectories(var).pidFile(Server.KAFKA).file());

        LocalServers.start(var);

        assertThat(ProcessMark.of(orphan)).isEmpty();
        assertThat(marked()).hasSize(3);
    }

    @Test
    void keepsCommittedRowsWhenPostgresqlIsKilled() {
        var database = new Database(servers::endpoints);
        database.change("create table if not exists survivor (id int)", "insert into survivor values (42)");

        servers.end(Server.POSTGRESQL, "KILL");
        servers.start(Server.POSTGRESQL);

        assertThat(database.cell("select id from survivor where id = 42 limit 1"))
                .hasValue("42");
    }

    @Test
    void keepsTheIdsOfTheRegistryAcrossARestart() {
        var id = registered("premier");
        registered("second");
        var schema = registry().schema(id);

        servers.stop();
        servers = LocalServers.start(var);

        assertThat(schema).hasValueSatisfying(it -> assertThat(it.getName()).isEqualTo("premier"));
        assertThat(registry().schema(id)).isEqualTo(schema);
        assertThat(registered("premier")).isEqualTo(id);
        assertThat(registered("troisieme")).isNotEqualTo(id);
    }

    @Test
    void keepsTheRegistryAnsweringAfterPostgresqlWasKilled() {
        var id = registered("tenace");

        servers.end(Server.POSTGRESQL, "KILL");
        servers.start(Server.POSTGRESQL);

        assertThat(Poll.until(
                        Duration.ofSeconds(30), () -> servers.status().get(2).answers()))
                .isTrue();
        assertThat(registered("tenace")).isEqualTo(id);
    }

    @Test
    void admitsNobodyWithoutAPassword() {
        var url = servers.endpoints().postgresUrl();

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(url, "postgres", ""));
    }

    private RegistryClient registry() {
        return new RegistryClient(servers.endpoints().registryUrl());
    }

    /** The id of a schema of this name, under a subject of its own. */
    private int registered(String name) {
        return registry().register(name, Schema.createFixed(name, null, null, 4));
    }

    private List<Long> pids() {
        return servers.status().stream().map(Status::pid).toList();
    }

    /** Every process of this machine that is a server of this directory. */
    private List<Long> marked() {
        var layout = new ServerDirectories(var);
        var markers = Stream.of(Server.values())
                .map(server -> layout.marker(server).replace("passerelle.", ""))
                .toList();
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> ProcessMark.arguments(pid).stream()
                        .anyMatch(argument -> markers.stream().anyMatch(argument::endsWith)))
                .toList();
    }
}
