package fr.passerelle.batch.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who is connected to the database for runs, as PostgreSQL tells it. */
@Component
public class Sessions {

    /** A lock of two keys shows them as class and object, unsigned. */
    private static final String HOLDERS = """
        from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where l.locktype = 'advisory' and l.granted and l.objsubid = 2
          and l.database = (select oid from pg_database where datname = current_database())
          and l.classid::bigint = ? and l.objid::bigint = (hashtext(?)::bigint & 4294967295)\
        """;

    private static final String HOLDER = """
        select a.pid, a.application_name, host(a.client_addr) as address, a.backend_start,
               (select max(coalesce(o.state_change, o.backend_start)) from pg_stat_activity o
                where o.datname = current_database() and o.application_name = a.application_name) as last_activity
        """ + HOLDERS;
    /**
     * Of the process that holds the lock, and of the last that held it: its lock may be gone and its other sessions not. All are found
     * before the first is ended, which may be the one that names the others.
     */
    private static final String END = """
        select pg_terminate_backend(pid, 10000) from unnest(array(
        select s.pid from pg_stat_activity s
        where s.datname = current_database() and s.pid <> pg_backend_pid() and s.application_name <> ?
          and (s.pid in (select a.pid %1$s)
               or s.application_name like ? || '%%' and s.application_name in (
                   select a.application_name %1$s
                   union all select f.owner from passerelle.fence f where f.namespace = ?)))) as found (pid)\
        """.formatted(HOLDERS);

    private static final String FORBIDDEN = "42501";

    private final JdbcTemplate jdbc;
    private final String namespace;

    Sessions(JdbcTemplate jdbc, Settings settings) {
        this.jdbc = jdbc;
        this.namespace = settings.namespace();
    }

    /** Who holds the lock of the live runs; empty when nobody does. */
    public Optional<Holder> holder() {
        return jdbc.query(HOLDER, (row, n) -> holder(row), RunLock.OURS, namespace).stream()
                .findFirst();
    }

    /**
     * Ends all sessions of the process that holds the lock of runs, or that held it last: what it had not committed is undone.
     *
     * @return how many were ended
     * @throws RunRefused when they are another role's
     */
    int endOfOwner() {
        try {
            return end();
        } catch (DataAccessException e) {
            if (!(e.getRootCause() instanceof SQLException cause && FORBIDDEN.equals(cause.getSQLState()))) {
                throw e;
            }
            throw new RunRefused(
                    "Ces sessions ne peuvent pas être terminées : elles sont d'un autre rôle de PostgreSQL que celui"
                        + " de « passerelle.postgres.user ». Relancez « ./passerelle recover --fence » sous ce rôle,"
                        + " ou demandez-le à l'administrateur de la base.",
                    e);
        }
    }

    private int end() {
        return (int) jdbc
                .query(
                        END,
                        (row, n) -> row.getBoolean(1),
                        ThisProcess.NAME,
                        RunLock.OURS,
                        namespace,
                        ThisProcess.PREFIX,
                        RunLock.OURS,
                        namespace,
                        namespace)
                .stream()
                .filter(ended -> ended)
                .count();
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(
                row.getInt("pid"),
                row.getString("application_name"),
                row.getString("address"),
                row.getObject("backend_start", OffsetDateTime.class),
                row.getObject("last_activity", OffsetDateTime.class));
    }
}
