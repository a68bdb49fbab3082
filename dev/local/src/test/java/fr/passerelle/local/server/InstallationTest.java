package fr.passerelle.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.local.process.LocalFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @Test
    void saysHowToBuildAMissingProgram(@TempDir Path nothing) {
        var installation = new Installation(nothing);

        assertThatExceptionOfType(LocalFault.class)
                .isThrownBy(installation::registryJar)
                .withMessageStartingWith("Programme des serveurs absent")
                .withMessageContaining("mvn -q package");
    }

    @Test
    void knowsWhereTheBuildPutsThem() {
        assertThat(Installation.find().registryJar()).exists();
    }

    @Test
    void drawsAPasswordOnceForEachRole(@TempDir Path directory) {
        var secrets = new PostgresqlAccess(directory.resolve("secret"));

        assertThat(secrets.password("one"))
                .hasSize(48)
                .isEqualTo(secrets.password("one"))
                .isNotEqualTo(secrets.password("other"));
    }

    @Test
    void letsOnlyItsOwnerReadIt(@TempDir Path directory) throws IOException {
        var secrets = new PostgresqlAccess(directory);

        secrets.password("one");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.file("one"))))
                .isEqualTo("rw-------");
    }

    /** The lowest that Linux gives to outgoing connections. */
    private static final int OUTGOING = 32_768;

    @Test
    void givesPortsThatNoOutgoingConnectionIsGivenAndNoneThatIsTaken() {
        for (int i = 0; i < 50; i++) {
            assertThat(Ports.free()).isBetween(1024, OUTGOING - 1);
        }

        int taken = Ports.free();

        for (int i = 0; i < 50; i++) {
            assertThat(Ports.freeOtherThan(taken)).isNotEqualTo(taken);
        }
    }

    @Test
    void findsNoPortFreeThatSomebodyListensOn() throws IOException {
        int port = Ports.free();
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

            assertThat(Ports.isFree(port)).isFalse();
        }

        assertThat(Ports.isFree(port)).isTrue();
    }
}
