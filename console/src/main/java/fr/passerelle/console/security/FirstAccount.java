package fr.passerelle.console.security;

import fr.passerelle.console.ConsoleSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The account that lets the first person in, made where there is none, before the console answers anybody; the log says
 * where its password is, and never which it is.
 */
@Component
class FirstAccount implements SmartInitializingSingleton {

    static final String LOGIN = "admin";
    private static final Logger LOG = LoggerFactory.getLogger(FirstAccount.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final FirstPassword password;

    FirstAccount(Accounts accounts, Passwords passwords, ConsoleSettings settings) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.password = new FirstPassword(Path.of(settings.console().firstPasswordFile()));
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (accounts.isEmpty()) {
            String hash = passwords.hash(password.orElse(passwords::drawn));
            accounts.add("c-" + passwords.drawn(), LOGIN, hash, Role.ADMINISTRATEUR);
            LOG.info(
                    "Premier compte : {} ; son mot de passe est dans {} (il se change à la première entrée).",
                    LOGIN,
                    password.file());
        }
    }

    /**
     * The password of the first account, in a file and never in a log: that which somebody put there (a secret, or a launcher's), else one that
     * is drawn and kept there for the file's owner alone.
     */
    record FirstPassword(Path file) {

        /** As it stands in the file, which is written first where there is none, or where a start that was killed left it empty. */
        String orElse(Supplier<String> drawn) {
            try {
                if (!Files.exists(file)) {
                    Files.createDirectories(file.toAbsolutePath().getParent(), owner("rwx------"));
                    Files.createFile(file, owner("rw-------"));
                }
                if (read().isEmpty()) {
                    Files.writeString(file, drawn.get() + "\n");
                }
                return read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String read() throws IOException {
            return Files.readString(file).strip();
        }

        private static FileAttribute<?>[] owner(String permissions) {
            return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                    }
                    : new FileAttribute<?>[0];
        }
    }
}
