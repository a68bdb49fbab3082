package fr.passerelle.console.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The accounts: the one table that holds names of people, apart from everything else and erasable. */
@Component
class Accounts implements UserDetailsService {

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

    Optional<Account> find(String id) {
        return one("account_id", id);
    }

    /** The account of somebody whom an identity provider knows. */
    Optional<Account> known(String subjectHash) {
        return one("subject_hash", subjectHash);
    }

    /** Whether it is still as somebody knew it: active, of the same role and password. */
    boolean stands(Account known) {
        return find(known.id()).filter(known::equals).isPresent();
    }

    List<Account> all() {
        return jdbc.sql(COLUMNS + " order by login")
                .query(new SimplePropertyRowMapper<>(Account.class))
                .list();
    }

    /** Adds a local account under an identifier of its own, with a password that its person has to change. */
    void add(String id, String login, String hash, Role role) {
        jdbc.sql("insert into passerelle.account (account_id, login, password_hash, role, drawn) values (:id,"
                        + " :login, :passwordHash, :role, true)")
                .param("id", id)
                .param("login", plain(login))
                .param("passwordHash", hash)
                .param("role", role.name())
                .update();
    }

    /** Adds the account of somebody whom an identity provider knows. */
    void addKnown(String id, String login, String subjectHash, Role role) {
        jdbc.sql("insert into passerelle.account (account_id, login, subject_hash, role) values (:id,"
                        + " :login, :subjectHash, :role)")
                .param("id", id)
                .param("login", plain(login))
                .param("subjectHash", subjectHash)
                .param("role", role.name())
                .update();
    }

    void changeRole(String id, Role role) {
        jdbc.sql("update passerelle.account set role = :role where account_id = :id")
                .param("role", role.name())
                .param("id", id)
                .update();
    }

    void setActive(String id, boolean active) {
        jdbc.sql("update passerelle.account set active = :active where account_id = :id")
                .param("active", active)
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

    /** Administrators that may enter. */
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
}
