package fr.passerelle.console.security;

import fr.passerelle.console.ConsoleSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** The account that lets the first person in, made where there is none: its password is the one that was written for us, else it is drawn and shown once. */
@Component
class FirstAccount implements ApplicationRunner {

    static final String LOGIN = "admin";
    private static final Logger LOG = LoggerFactory.getLogger(FirstAccount.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final String passwordFile;

    FirstAccount(Accounts accounts, Passwords passwords, ConsoleSettings settings) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.passwordFile = settings.console().firstPasswordFile();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (accounts.isEmpty()) {
            accounts.add("c-" + passwords.drawn(), LOGIN, passwords.hash(password()), Role.ADMINISTRATEUR);
        }
    }

    private String password() {
        return passwordFile.isBlank() ? shown(passwords.drawn()) : read(Path.of(passwordFile));
    }

    private static String shown(String password) {
        LOG.warn("Premier compte : {}, mot de passe {} (montré cette seule fois ; changez-le).", LOGIN, password);
        return password;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
