package fr.passerelle.local.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

@WithServers
class TestServersIT {

    private final TestServers servers;

    TestServersIT(TestServers servers) {
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

        try (var admin =
                Admin.create(Map.of("bootstrap.servers", servers.endpoints().bootstrap()))) {
            assertThat(admin.listTopics().names().get())
                    .contains(
                            servers.topics().transitions().name(),
                            servers.topics().positions().name());
        }
    }

    @Test
    void givesEachOneItsOwnDatabaseAndNamespace() {
        var other = TestServers.fresh("other");

        assertThat(other.namespace()).isNotEqualTo(servers.namespace());
        assertThat(other.endpoints().postgresUrl())
                .isNotEqualTo(servers.endpoints().postgresUrl());
        assertThat(other.endpoints().bootstrap()).isEqualTo(servers.endpoints().bootstrap());
    }
}
