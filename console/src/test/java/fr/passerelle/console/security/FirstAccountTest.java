package fr.passerelle.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.console.operation.OperationRunners;
import fr.passerelle.console.security.Accounts.FirstAccount;
import fr.passerelle.console.security.Accounts.FirstAccount.FirstPassword;
import fr.passerelle.console.security.Passwords.BoundedEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class FirstAccountTest {

    private final List<String> told = new ArrayList<>();
    private final Accounts accounts = mock(Accounts.class);

    /** Whoever asks in that moment would be told that the right password is wrong. */
    @Test
    void isThereBeforeAnybodyIsAnswered(@TempDir Path folder) {
        when(accounts.isEmpty()).thenReturn(true);
        doAnswer(call -> told.add("account"))
                .when(accounts)
                .add(any(), eq(FirstAccount.LOGIN), any(), eq(Role.ADMINISTRATEUR));

        start(folder);

        assertThat(told).containsExactly("account", "server");
    }

    @Test
    void isMadeOnceOnly(@TempDir Path folder) {
        start(folder);

        assertThat(told).containsExactly("server");
        assertThat(folder).isEmptyDirectory();
    }

    private void start(Path folder) {
        try (var context = new GenericApplicationContext()) {
            context.registerBean(Server.class, () -> new Server(told));
            context.registerBean(
                    FirstAccount.class,
                    () -> new FirstAccount(
                            accounts,
                            new Passwords(new BoundedEncoder(new BCryptPasswordEncoder(4), 1, Duration.ofSeconds(5))),
                            OperationRunners.settings(
                                    List.of(), folder.resolve("console-admin").toString())));
            context.refresh();
        }
    }

    /** Opens when the web server does. */
    private record Server(List<String> told) implements SmartLifecycle {

        @Override
        public void start() {
            told.add("server");
        }

        @Override
        public void stop() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isRunning() {
            return false;
        }
    }

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
