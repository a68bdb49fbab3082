package fr.passerelle.console.security;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what in the console, by account identifier: only ever appended to, and without anybody's name. */
@Component
public class Audit {

    /** Stands for an account that nobody has. */
    public static final String NOBODY = "inconnu";

    private static final String LAST = """
        select account_id, action, subject, outcome, done_at from passerelle.audit order by audit_no desc limit :limit\
        """;

    private final JdbcClient jdbc;

    /** Over the database of the console. */
    public Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a gesture ended. */
    public enum Outcome {
        /** It was done. */
        DONE,
        /** It was not allowed. */
        REFUSED,
        /** It could not be done. */
        FAILED
    }

    /**
     * One line of it.
     *
     * @param accountId who
     * @param action what, a stable code in capitals
     * @param subject on what, an identifier
     * @param outcome how it ended, a stable code
     */
    public record Entry(String accountId, String action, String subject, String outcome, Instant doneAt) {}

    /**
     * Adds a line for a gesture that asks for no motive.
     *
     * @param accountId opaque identifier of the account, or {@link #NOBODY}
     * @param action a stable code in capitals
     * @param subject an identifier, never a name
     */
    public void add(String accountId, String action, String subject, Outcome outcome) {
        record(accountId, action, subject, outcome.name(), null);
    }

    /**
     * Adds a line.
     *
     * @param accountId opaque identifier of the account
     * @param action a stable code in capitals
     * @param subject what it was about, never a person's name
     * @param outcome STARTED, DONE, REFUSED or FAILED
     * @param motive why; null where none was asked
     */
    public void record(String accountId, String action, String subject, String outcome, @Nullable String motive) {
        jdbc.sql("insert into passerelle.audit (account_id, action, subject, outcome, motive) values"
                        + " (:accountId, :action, :subject, :outcome, :motive)")
                .param("accountId", accountId)
                .param("action", action)
                .param("subject", subject)
                .param("outcome", outcome)
                .param("motive", motive)
                .update();
    }

    /** The last lines, newest first. */
    public List<Entry> last(int count) {
        return jdbc.sql(LAST)
                .param("limit", count)
                .query((row, n) -> new Entry(
                        row.getString("account_id"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("outcome"),
                        row.getTimestamp("done_at").toInstant()))
                .list();
    }
}
