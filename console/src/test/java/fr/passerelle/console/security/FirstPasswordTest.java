package fr.passerelle.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.security.FirstAccount.FirstPassword;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPasswordTest {

    @TempDir
    private Path folder;

    @Test
    void keepsTheOneThatIsDrawnForItsOwnerAlone() throws IOException {
        var password = new FirstPassword(folder.resolve("secret/console-admin"));

        assertThat(password.orElse(() -> "drawn")).isEqualTo("drawn");

        assertThat(password.file()).hasContent("drawn\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void takesTheOneThatIsThere() throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "chosen by somebody\n");

        assertThat(new FirstPassword(file).orElse(() -> "drawn")).isEqualTo("chosen by somebody");
    }

    @Test
    void drawsOneWhereAStartThatWasKilledLeftTheFileEmpty() throws IOException {
        var file = Files.createFile(folder.resolve("empty"));

        assertThat(new FirstPassword(file).orElse(() -> "drawn")).isEqualTo("drawn");

        assertThat(file).hasContent("drawn\n");
    }
}
