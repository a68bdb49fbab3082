package fr.passerelle.local.test;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.process.Poll;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

@WithServers
class BuildServersIT {

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
}
