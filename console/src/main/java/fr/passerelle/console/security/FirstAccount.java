package fr.passerelle.console.security;

import fr.passerelle.console.ConsoleSettings;
import java.nio.file.Path;
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
}
