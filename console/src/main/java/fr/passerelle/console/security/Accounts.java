package fr.passerelle.console.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The local accounts: the one table that holds names of people, apart from everything else and erasable. */
@Component
class Accounts implements UserDetailsService {

    private static final String COLUMNS = "select account_id, login, password_hash, role, active from passerelle.account";

    private final JdbcTemplate jdbc;

    Accounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return jdbc.query(COLUMNS + " where login = ?", (row, n) -> account(row), plain(login)).stream()
                .findFirst()
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    List<Account> all() {
        return jdbc.query(COLUMNS + " order by login", (row, n) -> account(row));
    }

    /** Adds an account under an identifier of its own. */
    void add(String id, String login, String hash, Role role) {
        jdbc.update(
                "insert into passerelle.account (account_id, login, password_hash, role) values (?, ?, ?, ?)",
                id,
                plain(login),
                hash,
                role.name());
    }

    boolean isEmpty() {
        return all().isEmpty();
    }

    private static String plain(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("account_id"),
                row.getString("login"),
                row.getString("password_hash"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("active"));
    }
}
