package fr.passerelle.console.operation;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who did what in the console: the one place that writes the audit, which is only ever appended to. */
@Component
public class Audit {

    private final JdbcTemplate jdbc;

    Audit(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a line.
     *
     * @param accountId opaque
     * @param action stable code
     * @param subject what it was about, never a person's name
     * @param outcome STARTED, DONE, REFUSED or FAILED
     * @param motive why; null where none was asked
     */
    public void record(String accountId, String action, String subject, String outcome, @Nullable String motive) {
        jdbc.update(
                "insert into passerelle.audit (account_id, action, subject, outcome, motive) values (?, ?, ?, ?, ?)",
                accountId,
                action,
                subject,
                outcome,
                motive);
    }
}
