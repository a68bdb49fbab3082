package fr.passerelle.published.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the audit is as it was written: each line follows from the one before, the first from nothing or from the
 * anchor of what was erased when it was a year old, and the head is the last.
 */
public final class AuditChain {

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

    private final JdbcClient jdbc;

    public AuditChain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

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
