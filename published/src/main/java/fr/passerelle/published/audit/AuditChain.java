package fr.passerelle.published.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the audit is as it was written: each line follows from the one before, the first from nothing or from the
 * anchor of what was erased, and the head is the last.
 */
public final class AuditChain {

    /** The line of an erasure names the last line that it took, and its hash. */
    private static final String BROKEN = """
        with anchor as (
            select decode(split_part(subject, ':', 2), 'hex') as hash, split_part(subject, ':', 1)::bigint as audit_no
            from passerelle.audit where action = 'AUDIT_ERASED' and subject ~ '^[0-9]{1,18}:[0-9a-f]{64}$'
        ), line as (
            select a.audit_no, a.hash, a as whole, lag(a.audit_no, 1, 0::bigint) over w as before_no,
                lag(a.hash, 1, ''::bytea) over w as before
            from passerelle.audit a window w as (order by a.audit_no)
        ), held as (
            select line.audit_no, line.hash, line.whole, line.before_no = 0 and anchor.hash is not null as anchored,
                line.before_no, coalesce(anchor.hash, line.before) as before
            from line left join anchor on line.before_no = 0 and anchor.audit_no = line.audit_no - 1
        )
        select audit_no, before_no, audit_no > before_no + 1 and not anchored as missing
        from held
        where audit_no > before_no + 1 and not anchored or hash <> passerelle.audit_hash(before, whole)
        order by audit_no\
        """;

    private static final String END = """
        select h.audit_no, coalesce(l.audit_no, 0) as before_no, coalesce(l.audit_no, 0) < h.audit_no as missing
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
