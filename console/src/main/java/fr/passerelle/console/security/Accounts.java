package fr.passerelle.console.security;

import fr.passerelle.console.ConsoleSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The accounts: the one table that holds names of people, apart from everything else and erasable. */
@Component
public class Accounts implements UserDetailsService {

    private static final String COLUMNS =
            "select account_id as id, login, coalesce(password_hash, '') as hash, role, active, drawn from"
                    + " passerelle.account";

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return named(login).orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    Optional<Account> named(String login) {
        return one("login", plain(login));
    }

    /** The account of an identifier. */
    public Optional<Account> find(String id) {
        return one("account_id", id);
    }

    /** The account of somebody whom an identity provider knows. */
    Optional<Account> known(String subjectHash) {
        return one("subject_hash", subjectHash);
    }

    /** Whether it is still as somebody knew it: active, of the same role and password. */
    public boolean stands(Account known) {
        return find(known.id()).filter(known::equals).isPresent();
    }

    /** Every account, by login. */
    public List<Account> all() {
        return jdbc.sql(COLUMNS + " order by login")
                .query(new SimplePropertyRowMapper<>(Account.class))
                .list();
    }

    /** Adds a local account under an identifier of its own, with a password that its person has to change. */
    void add(String id, String login, String hash, Role role) {
        add(id, login, role, "password_hash, drawn", ":hash, true", hash);
    }

    /** Adds the account of somebody whom an identity provider knows. */
    void addKnown(String id, String login, String subjectHash, Role role) {
        add(id, login, role, "subject_hash", ":hash", subjectHash);
    }

    private void add(String id, String login, Role role, String columns, String values, String hash) {
        jdbc.sql("insert into passerelle.account (account_id, login, role, " + columns
                        + ") values (:id, :login, :role, " + values + ")")
                .param("id", id)
                .param("login", plain(login))
                .param("role", role.name())
                .param("hash", hash)
                .update();
    }

    void changeRole(String id, Role role) {
        change(id, "role", role.name());
    }

    void setActive(String id, boolean active) {
        change(id, "active", active);
    }

    private void change(String id, String column, Object value) {
        jdbc.sql("update passerelle.account set " + column + " = :value where account_id = :id")
                .param("value", value)
                .param("id", id)
                .update();
    }

    /** @param drawn whether somebody else drew the password */
    void changeHash(String id, String hash, boolean drawn) {
        jdbc.sql("update passerelle.account set password_hash = :hash, drawn = :drawn where account_id = :id")
                .param("hash", hash)
                .param("drawn", drawn)
                .param("id", id)
                .update();
    }

    void erase(String id) {
        jdbc.sql("delete from passerelle.account where account_id = :id")
                .param("id", id)
                .update();
    }

    /** Lets one transaction at a time change accounts: two administrators cannot put each other out at once. */
    void lock() {
        jdbc.sql("lock table passerelle.account in share row exclusive mode").update();
    }

    int administrators() {
        return jdbc.sql("select count(*) from passerelle.account where role = 'ADMINISTRATEUR' and active")
                .query(Integer.class)
                .single();
    }

    boolean isEmpty() {
        return all().isEmpty();
    }

    /** A login as it is kept. */
    static String plain(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private Optional<Account> one(String column, String value) {
        return jdbc.sql(COLUMNS + " where " + column + " = :value")
                .param("value", value)
                .query(new SimplePropertyRowMapper<>(Account.class))
                .optional();
    }

    /** The account that lets the first person in, made where there is none before anybody is answered; the log says where its password is. */
    @Component
    record FirstAccount(Accounts accounts, Passwords passwords, ConsoleSettings settings)
            implements SmartInitializingSingleton {

        static final String LOGIN = "admin";
        private static final Logger LOG = LoggerFactory.getLogger(FirstAccount.class);

        @Override
        public void afterSingletonsInstantiated() {
            if (accounts.isEmpty()) {
                Path file = Path.of(settings.console().firstPasswordFile());
                String hash = passwords.hash(password(file, passwords::drawn));
                accounts.add("c-" + passwords.drawn(), LOGIN, hash, Role.ADMINISTRATEUR);
                LOG.info(
                        "Premier compte : {} ; son mot de passe est dans {} (il se change à la première entrée).",
                        LOGIN,
                        file);
            }
        }

        /**
         * The password of the first account, as it stands in a file and never in a log: that which somebody put there (a secret, or a launcher's),
         * else one that is drawn and kept there for the file's owner alone, also where a start that was killed left it empty.
         */
        static String password(Path file, Supplier<String> drawn) {
            try {
                if (!Files.exists(file)) {
                    Files.createDirectories(file.toAbsolutePath().getParent(), owner("rwx------"));
                    Files.createFile(file, owner("rw-------"));
                }
                if (Files.readString(file).isBlank()) {
                    Files.writeString(file, drawn.get() + "\n");
                }
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static FileAttribute<?>[] owner(String permissions) {
            Set<PosixFilePermission> owner = PosixFilePermissions.fromString(permissions);
            return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)}
                    : new FileAttribute<?>[0];
        }
    }
}
