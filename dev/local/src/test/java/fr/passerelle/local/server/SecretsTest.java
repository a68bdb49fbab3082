package fr.passerelle.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.server.PostgresqlAccess.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @Test
    void drawsAPasswordOnceForEachRole(@TempDir Path directory) {
        var secrets = new Secrets(directory.resolve("secret"));

        assertThat(secrets.of("one")).hasSize(48).isEqualTo(secrets.of("one")).isNotEqualTo(secrets.of("other"));
    }

    @Test
    void letsOnlyItsOwnerReadIt(@TempDir Path directory) throws IOException {
        var secrets = new Secrets(directory);

        secrets.of("one");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.file("one"))))
                .isEqualTo("rw-------");
    }
}
