package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.schemas.contract.RegistryAccess;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A registry that knows accounts: who registers the schemas writes, everybody else only reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuardedRegistryIT {

    private GuardedRegistry registry;
    private Deployment system;

    @BeforeAll
    void guardTheRegistry() throws IOException {
        var servers = TestServers.fresh("guarded");
        registry = new GuardedRegistry(servers.endpoints().registryUrl() + RegistryAccess.APICURIO);
        system = Deployments.over(servers.endpoints().withRegistry(registry.url()), servers.namespace());
    }

    @AfterAll
    void endIt() {
        system.close();
        registry.close();
    }

    @Test
    @Order(1)
    void registersNothingUnderAnAccountThatReads() {
        var register = system.batch(GuardedRegistry.as(GuardedRegistry.READER), List.of("register"));

        assertThat(register.end()).isEqualTo(1);
        assertThat(register.errors()).contains("ne laisse pas faire ce compte", "passerelle.registry.user");
    }

    @Test
    @Order(2)
    void publishesANightUnderAnAccountThatReads() {
        var register = system.batch(GuardedRegistry.as(GuardedRegistry.WRITER), List.of("register"));
        assertThat(register.end()).as(register.output() + register.errors()).isZero();
        var reader = GuardedRegistry.as(GuardedRegistry.READER);

        system.events(1, reader);

        assertThat(system.night(Inputs.workedCases(), reader).get("resultHash").asString())
                .hasSize(64);
    }
}
