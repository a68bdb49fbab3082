package fr.passerelle.published.audit;

import fr.passerelle.sheets.form.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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

    /** The lines as a file for a spreadsheet, read while they are written: by a bean, so that they are read in a transaction. */
    public static Table<AuditEntry> table(AuditTable kept, AuditSelection of) {
        return Table.<AuditEntry>layout()
                .text("rang", AuditEntry::no)
                .text("moment", AuditEntry::doneAt)
                .text("compte", AuditEntry::accountId)
                .text("geste", AuditEntry::action)
                .text("sur", AuditEntry::subject)
                .text("issue", AuditEntry::outcome)
                .text("motif", AuditEntry::motive)
                .of(each -> kept.each(of, each::accept));
    }

    /** The codes of what was done, sorted. */
    public List<String> actions() {
        return jdbc.sql("select distinct action from passerelle.audit order by action")
                .query((row, n) -> row.getString(1))
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

    /** A line of the audit, numbered from 1 without a hole: what was done and how it ended are stable codes; why is null where not asked. */
    public record AuditEntry(
            long no,
            String accountId,
            String action,
            String subject,
            @Nullable String motive,
            String outcome,
            Instant doneAt) {}

    /** Which lines of the audit are asked for, from a first to a last day in France, both included; null asks for any. */
    public record AuditSelection(
            @Nullable String accountId,
            @Nullable String action,
            @Nullable String outcome,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    /**
     * Whether the audit is as it was written: each line follows from the one before, the first from nothing or from the
     * anchor of what was erased when it was a year old, and the head is the last.
     */
    public record AuditChain(JdbcClient jdbc) {

        /**
         * The line of an erasure names the last line that it took, and its hash; the first one that it left was a year old then. Of several
         * such lines, whoever wrote them, one has to hold.
         */
        private static final String BROKEN = """
            with anchor as (
                select decode(split_part(subject, ':', 2), 'hex') as hash, split_part(subject, ':', 1)::bigint as audit_no,
                    done_at - interval '1 year' as a_year_before
                from passerelle.audit where action = 'AUDIT_ERASED' and subject ~ '^[0-9]{1,18}:[0-9a-f]{64}$'
            ), line as (
                select a.audit_no, a.hash, a.done_at, a as whole, lag(a.audit_no, 1, 0::bigint) over w as before_no,
                    lag(a.hash, 1, ''::bytea) over w as before
                from passerelle.audit a window w as (order by a.audit_no)
            ), judged as (
                select line.*,
                    case when before_no = 0 and audit_no > 1
                        then (select max(case when line.hash <> passerelle.audit_hash(n.hash, line.whole) then 1
                                when line.done_at > n.a_year_before then 2 else 3 end)
                            from anchor n where n.audit_no = line.audit_no - 1)
                        when audit_no = before_no + 1
                        then case when hash = passerelle.audit_hash(before, whole) then 3 else 1 end
                    end as held
                from line
            )
            select audit_no, before_no, held is null as missing, held = 2 as young
            from judged where held is distinct from 3
            order by audit_no\
            """;

        private static final String END = """
            select h.audit_no, coalesce(l.audit_no, 0) as before_no, coalesce(l.audit_no, 0) < h.audit_no as missing,
                false as young
            from passerelle.audit_head h
            left join (select audit_no, hash from passerelle.audit order by audit_no desc limit 1) l on true
            where (coalesce(l.audit_no, 0), coalesce(l.hash, '')) <> (h.audit_no, h.hash)\
            """;

        /** What does not follow, in French, by line; empty where all does. */
        public List<String> faults() {
            Stream<String> inside = jdbc.sql(BROKEN).query((row, n) -> fault(row, 0)).list().stream();
            Stream<String> atEnd = jdbc.sql(END).query((row, n) -> fault(row, 1)).list().stream();
            return Stream.concat(inside, atEnd).toList();
        }

        /** How many lines there are. */
        public long count() {
            return jdbc.sql("select count(*) from passerelle.audit")
                    .query(Long.class)
                    .single();
        }

        /** @param end 1 where the line itself is missing too: the head says that it was there */
        private static String fault(ResultSet row, int end) throws SQLException {
            long no = row.getLong("audit_no");
            long first = row.getLong("before_no") + 1;
            long last = no - 1 + end;
            if (row.getBoolean("young")) {
                return "ligne %d : ce qui la précédait fut effacé avant d'avoir un an".formatted(no);
            }
            if (!row.getBoolean("missing")) {
                return end == 0
                        ? "ligne %d : modifiée, ou celle d'avant".formatted(no)
                        : "ligne %d : n'est pas la dernière qui fut écrite".formatted(no);
            }
            return first == last
                    ? "manque : ligne %d".formatted(first)
                    : "manquent : lignes %d à %d".formatted(first, last);
        }
    }
}
