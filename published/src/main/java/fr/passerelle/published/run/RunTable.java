package fr.passerelle.published.run;

import fr.passerelle.published.Namespace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The runs in the database, with what the job repository and the lock of runs know of them. */
@Component
public class RunTable {

    private static final int LOCK = 0x5061_7373;

    private static final String SELECT = """
        select r.*, x.seconds, x.status, x.step
        from passerelle.run r
        left join lateral (
            select extract(epoch from sum(greatest(coalesce(e.end_time, e.last_updated), s.updated) - e.start_time)) as seconds,
                   (array_agg(e.status order by e.job_execution_id desc))[1] as status,
                   (array_agg(s.step order by e.job_execution_id desc) filter (where s.step is not null))[1] as step
            from batch.batch_job_execution_params p
            join batch.batch_job_execution e on e.job_execution_id = p.job_execution_id
            left join lateral (
                select max(coalesce(t.end_time, t.last_updated)) as updated, (array_agg(t.step_name order by t.step_execution_id desc))[1] as step
                from batch.batch_step_execution t where t.job_execution_id = e.job_execution_id) s on true
            where p.parameter_name = 'run' and p.parameter_value = r.run_no::text) x on true
        where r.namespace = ?\
        """;

    private static final String HELD = """
        select exists (
            select from pg_locks l
            where l.locktype = 'advisory' and l.granted and l.objsubid = 2
              and l.database = (select oid from pg_database where datname = current_database())
              and l.classid::bigint = ? and l.objid::bigint = (hashtext(?)::bigint & 4294967295))\
        """;

    private final JdbcTemplate jdbc;
    private final String namespace;

    RunTable(JdbcTemplate jdbc, Namespace namespace) {
        this.jdbc = jdbc;
        this.namespace = namespace.name();
    }

    /** How many there are. */
    public long count() {
        Long count =
                jdbc.queryForObject("select count(*) from passerelle.run where namespace = ?", Long.class, namespace);
        return count == null ? 0 : count;
    }

    /** Latest first. */
    public List<RunRow> page(int size, long offset) {
        return jdbc.query(
                SELECT + " order by r.run_no desc limit ? offset ?", (row, n) -> run(row), namespace, size, offset);
    }

    /** One by what people call it. */
    public Optional<RunRow> find(String id) {
        return jdbc.query(SELECT + " and r.run_id = ?", (row, n) -> run(row), namespace, id).stream()
                .findFirst();
    }

    /** The one that is not over, or was not announced; at most one is. */
    public Optional<RunRow> unfinished() {
        return jdbc
                .query(
                        SELECT
                                + " and (r.state in ('OPEN', 'FAILED') or x.status <> 'COMPLETED' and r.state ="
                                + " 'PUBLISHED') order by r.run_no desc limit 1",
                        (row, n) -> run(row),
                        namespace)
                .stream()
                .findFirst();
    }

    /** Whether a process holds the lock of the live runs. */
    public boolean isHeld() {
        return Boolean.TRUE.equals(jdbc.queryForObject(HELD, Boolean.class, LOCK, namespace));
    }

    private static RunRow run(ResultSet row) throws SQLException {
        return new RunRow(
                row.getLong("run_no"),
                row.getString("run_id"),
                row.getString("kind"),
                row.getString("state"),
                row.getString("as_of"),
                row.getString("bareme_id"),
                row.getBoolean("demonstration"),
                row.getString("expected_hash"),
                row.getString("result_hash"),
                row.getString("failure"),
                row.getTimestamp("opened_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                RunJson.files(row.getString("parameters"), row.getString("counts")),
                Duration.ofMillis(Math.round(1000 * row.getDouble("seconds"))),
                row.getString("status"),
                row.getString("step"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
