package fr.passerelle.local.test;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.process.Poll;
import fr.passerelle.local.process.ProcessMark;
import fr.passerelle.local.server.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithServers
class BuildServersIT {

    /** Three servers end one after the other, each capped at half a minute where the machine is loaded. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final TestServers servers;

    BuildServersIT(TestServers servers) {
        this.servers = servers;
    }

    @Test
    void givesAMigratedDatabase() throws Exception {
        try (var connection = servers.connect();
                var statement = connection.createStatement()) {

            var count = statement.executeQuery("select count(*) from passerelle.journal");

            count.next();
            assertThat(count.getLong(1)).isZero();
        }
    }

    @Test
    void createsTheTopicsOfTheCatalogue() throws Exception {
        servers.createTopics(3);

        try (var admin = Admin.create(servers.endpoints().administrator().with(Map.of()))) {
            // The broker that is asked hears of a new topic a little after it was made.
            assertThat(Poll.until(
                            Duration.ofSeconds(10),
                            () -> names(admin)
                                    .containsAll(List.of(
                                            servers.topics().transitions().name(),
                                            servers.topics().positions().name()))))
                    .isTrue();
        }
    }

    private static Set<String> names(Admin admin) {
        try {
            return admin.listTopics().names().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void makesASharedOneReadyOnce() {
        var preparations = new AtomicInteger();

        var first = TestServers.shared("shared", own -> preparations.incrementAndGet());
        var second = TestServers.shared("shared", own -> preparations.incrementAndGet());

        assertThat(second.namespace()).isEqualTo(first.namespace());
        assertThat(preparations).hasValue(1);
    }

    @Test
    void givesEachOneItsOwnDatabaseAndNamespace() {
        var other = TestServers.fresh("other");

        assertThat(other.namespace()).isNotEqualTo(servers.namespace());
        assertThat(other.endpoints().postgresUrl())
                .isNotEqualTo(servers.endpoints().postgresUrl());
        assertThat(other.endpoints().kafka()).isEqualTo(servers.endpoints().kafka());
    }

    @Test
    @Tag("proof")
    void endsTheServersOfABuildThatWasKilled(@TempDir Path directory) throws IOException {
        var build =
                ProcessMark.of(new ProcessBuilder("sleep", "600").start().pid()).orElseThrow();
        BuildServers.watch(build, directory);
        var servers = LocalServers.start(directory);

        build.signal("KILL");

        assertThat(Poll.until(PATIENCE, () -> servers.status().stream().allMatch(server -> server.pid() == 0)))
                .as("still there: %s; the guard says: %s", servers.status(), said(directory))
                .isTrue();
    }

    private static String said(Path directory) throws IOException {
        return Files.readString(directory.resolve("log").resolve("guard.log"));
    }
}
