package fr.passerelle.console.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The accounts: the one table that holds names of people, apart from everything else and erasable. */
@Component
class Accounts implements UserDetailsService {

    private static final String COLUMNS =
            "select account_id, login, coalesce(password_hash, '') as hash, role, active from passerelle.account";

    private final JdbcTemplate jdbc;

    Accounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return named(login).orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    Optional<Account> named(String login) {
        return one(COLUMNS + " where login = ?", plain(login));
    }

    Optional<Account> find(String id) {
        return one(COLUMNS + " where account_id = ?", id);
    }

    /** The account of somebody whom an identity provider knows. */
    Optional<Account> known(String subjectHash) {
        return one(COLUMNS + " where subject_hash = ?", subjectHash);
    }

    /** Whether it is still as somebody knew it: active, of the same role and password. */
    boolean stands(Account known) {
        return find(known.id()).filter(known::equals).isPresent();
    }

    List<Account> all() {
        return jdbc.query(COLUMNS + " order by login", (row, n) -> account(row));
    }

    /** Adds a local account under an identifier of its own. */
    void add(String id, String login, String hash, Role role) {
        jdbc.update(
                "insert into passerelle.account (account_id, login, password_hash, role) values (?, ?, ?, ?)",
                id,
                plain(login),
                hash,
                role.name());
    }

    /** Adds the account of somebody whom an identity provider knows. */
    void addKnown(String id, String login, String subjectHash, Role role) {
        jdbc.update(
                "insert into passerelle.account (account_id, login, subject_hash, role) values (?, ?, ?, ?)",
                id,
                plain(login),
                subjectHash,
                role.name());
    }

    void changeRole(String id, Role role) {
        jdbc.update("update passerelle.account set role = ? where account_id = ?", role.name(), id);
    }

    void setActive(String id, boolean active) {
        jdbc.update("update passerelle.account set active = ? where account_id = ?", active, id);
    }

    void changeHash(String id, String hash) {
        jdbc.update("update passerelle.account set password_hash = ? where account_id = ?", hash, id);
    }

    void erase(String id) {
        jdbc.update("delete from passerelle.account where account_id = ?", id);
    }

    /** Lets one transaction at a time change accounts: two administrators cannot put each other out at once. */
    void lock() {
        jdbc.execute("lock table passerelle.account in share row exclusive mode");
    }

    /** Administrators that may enter. */
    int administrators() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from passerelle.account where role = 'ADMINISTRATEUR' and active", Integer.class));
    }

    boolean isEmpty() {
        return all().isEmpty();
    }

    /** A login as it is kept. */
    static String plain(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private Optional<Account> one(String query, String value) {
        return jdbc.query(query, (row, n) -> account(row), value).stream().findFirst();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("account_id"),
                row.getString("login"),
                row.getString("hash"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("active"));
    }
}
