package fr.passerelle.published.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The audit read back, newest first. */
@Repository
public class AuditTable {

    private static final int FETCHED_AT_ONCE = 500;
    private static final String SELECTED =
            " from passerelle.audit where account_id = coalesce(:accountId::text, account_id) and action ="
                + " coalesce(:action::text, action) and outcome = coalesce(:outcome::text, outcome) and (:since::date"
                + " is null or done_at >= :since::date::timestamp at time zone 'Europe/Paris') and (:until::date is"
                + " null or done_at < (:until::date + 1)::timestamp at time zone 'Europe/Paris')";
    private static final String EACH = "select audit_no, account_id, action, subject, motive, outcome, done_at"
            + SELECTED + " order by audit_no desc limit :limit offset :offset";

    private final JdbcClient jdbc;

    public AuditTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** How many lines. */
    public long count(AuditSelection of) {
        return select("select count(*)" + SELECTED, of).query(Long.class).single();
    }

    /** Some of them. */
    public List<AuditEntry> page(AuditSelection of, int size, long offset) {
        return select(EACH, of)
                .param("limit", size)
                .param("offset", offset)
                .query((row, n) -> entry(row))
                .list();
    }

    /** Hands each over. In a transaction, so that they are fetched little by little. */
    @Transactional(readOnly = true)
    public void each(AuditSelection of, Consumer<AuditEntry> each) {
        select(EACH, of)
                .param("limit", Long.MAX_VALUE)
                .param("offset", 0)
                .withFetchSize(FETCHED_AT_ONCE)
                .query(row -> {
                    each.accept(entry(row));
                });
    }

    /** The codes of what was done, sorted. */
    public List<String> actions() {
        return jdbc.sql("select distinct action from passerelle.audit order by action")
                .query((row, n) -> Objects.requireNonNull(row.getString("action")))
                .list();
    }

    /** How many were refused without a line, in the last thirty days. */
    public long refusals() {
        return jdbc.sql("select coalesce(sum(refusals), 0) from passerelle.audit_refusal"
                        + " where hour > now() - interval '30 days'")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec select(String sql, AuditSelection of) {
        return jdbc.sql(sql)
                .param("accountId", of.accountId())
                .param("action", of.action())
                .param("outcome", of.outcome())
                .param("since", of.since())
                .param("until", of.until());
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("audit_no"),
                row.getString("account_id"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("motive"),
                row.getString("outcome"),
                row.getTimestamp("done_at").toInstant());
    }
}
