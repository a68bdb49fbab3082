package fr.passerelle.local.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.program.Deployment.Site;
import fr.passerelle.local.program.Program.Launcher;
import fr.passerelle.local.program.Program.Patience;
import fr.passerelle.local.server.Endpoints;
import fr.passerelle.local.server.Endpoints.DatabaseRole;
import fr.passerelle.schemas.contract.KafkaAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeploymentTest {

    private static final DatabaseRole ANYONE = new DatabaseRole("quelqu'un", "secret");
    private static final Path DIRECTORY = Path.of("/nulle/part");

    private final Rehearsal launcher = new Rehearsal();
    private final Deployment deployment = new Deployment(
            new Site(DeploymentTest::endpoints, "essai", DIRECTORY, Map.of("passerelle.partitions", "3")),
            launcher,
            (module, properties, arguments, log) -> {
                throw new AssertionError("a process of " + module);
            });

    @Test
    void configuresAProgramWithItsSiteThenWithWhatIsAskedForItAlone() {
        deployment.batch(Map.of("passerelle.partitions", "5", "passerelle.chunk", "20"), List.of("runs"));

        var batch = launcher.parts().getFirst();
        assertThat(batch.module).isEqualTo("cli");
        assertThat(batch.arguments).containsExactly("runs");
        assertThat(batch.properties)
                .containsEntry("passerelle.namespace", "essai")
                .containsEntry("passerelle.kafka.bootstrap", "127.0.0.1:2")
                .containsEntry("passerelle.kafka.client.security.protocol", "SASL_PLAINTEXT")
                .containsEntry("passerelle.var", DIRECTORY.toString())
                .containsEntry("passerelle.partitions", "5")
                .containsEntry("passerelle.chunk", "20");
    }

    @Test
    void keepsWhatEachStartPrintsApart() {
        deployment.batch("runs");
        deployment.batch("runs");

        assertThat(launcher.parts()).extracting(part -> part.log).doesNotHaveDuplicates();
    }

    @Test
    void givesEachInstanceAStateDirectoryOfItsOwnTheSameWhenStartedAgain() {
        deployment.events(1).end();
        deployment.events(2);
        deployment.events(1);

        assertThat(launcher.parts())
                .extracting(part -> part.properties.get("passerelle.stream.state-dir"))
                .containsExactly(
                        deployment.stateOf(1).toString(),
                        deployment.stateOf(2).toString(),
                        deployment.stateOf(1).toString());
        assertThat(deployment.stateOf(1)).isNotEqualTo(deployment.stateOf(2));
    }

    @Test
    void startsNoInstanceThatRuns() {
        var first = deployment.events(1);

        assertThat(deployment.events(1)).isSameAs(first);
        assertThat(deployment.instances()).containsExactly(Map.entry(1, first));
    }

    @Test
    void answersTheReportOfANightThatIsPublished() {
        launcher.endWith(3);

        assertThat(deployment.night(List.of("nightly")).get("state").asString()).isEqualTo("PUBLISHED");
        assertThat(launcher.parts().getFirst().arguments).containsExactly("nightly", "--json");
    }

    @Test
    void refusesANightThatIsNot() {
        launcher.endWith(1);

        assertThatThrownBy(() -> deployment.night(List.of("nightly")))
                .isInstanceOf(LocalFault.class)
                .hasMessageContaining("code 1 : il y a un refus");
    }

    @Test
    void refusesToStandWhenItCannotRegister() {
        launcher.endWith(1);

        assertThatThrownBy(deployment::register)
                .isInstanceOf(LocalFault.class)
                .hasMessageContaining("« register » a échoué : il y a un refus");
    }

    @Test
    void startsAsAProcessWhatIsToBeStoppedOnTheWay() {
        assertThatThrownBy(() -> deployment.batchStoppedAt("before-publish", List.of("nightly")))
                .hasMessage("a process of cli");
        assertThatThrownBy(() -> deployment.eventsProcess(1, Map.of())).hasMessage("a process of events");
    }

    @Test
    void endsAllThatRunsAndSaysWhatHadToBeForced() {
        var command = deployment.batch("nightly");
        launcher.endWith(1);
        var deaf = deployment.events(1);

        assertThatThrownBy(deployment::close).isInstanceOf(LocalFault.class);
        assertThat(command.isAlive()).isFalse();
        assertThat(deaf.isAlive()).isFalse();
    }

    private static Endpoints endpoints() {
        return new Endpoints(
                "jdbc:postgresql://127.0.0.1:1/essai",
                ANYONE,
                ANYONE,
                ANYONE,
                ANYONE,
                ANYONE,
                KafkaAccess.at("127.0.0.1:2", Map.of("security.protocol", "SASL_PLAINTEXT")),
                "http://127.0.0.1:3");
    }

    /** A launcher whose programs do nothing but end as they are told. */
    private static final class Rehearsal implements Launcher {

        private final List<Part> parts = new ArrayList<>();
        private int code;

        /** Makes the next programs end with an exit code. */
        void endWith(int exit) {
            code = exit;
        }

        /** What was started, in order. */
        List<Part> parts() {
            return parts;
        }

        @Override
        public Part start(String module, Map<String, String> properties, List<String> arguments, Path log) {
            var part = new Part(module, properties, arguments, log, code);
            parts.add(part);
            return part;
        }

        /** One program. */
        static final class Part implements Program {

            final String module;
            final Map<String, String> properties;
            final List<String> arguments;
            final Path log;
            private final int code;
            private boolean alive = true;

            Part(String module, Map<String, String> properties, List<String> arguments, Path log, int code) {
                this.module = module;
                this.properties = properties;
                this.arguments = arguments;
                this.log = log;
                this.code = code;
            }

            @Override
            public boolean isAlive() {
                return alive;
            }

            @Override
            public String output() {
                return "{\"state\": \"PUBLISHED\"}\n";
            }

            @Override
            public String errors() {
                return code == 0 ? "" : "il y a un refus\n";
            }

            @Override
            public Patience patience() {
                return new Patience(Duration.ZERO, Duration.ZERO);
            }

            @Override
            public int end() {
                alive = false;
                return code;
            }

            @Override
            public boolean stop() {
                alive = false;
                return code == 0;
            }
        }
    }
}
