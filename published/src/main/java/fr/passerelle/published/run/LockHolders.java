package fr.passerelle.published.run;

import fr.passerelle.published.Namespace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who holds the lock of the live runs, as PostgreSQL tells it. */
@Component
public class LockHolders {

    /** First key of the lock of runs; the second is the hash of the namespace. */
    public static final int LOCK = 0x5061_7373;

    /**
     * From the sessions that hold it, given its first key and the namespace. A lock of two keys shows them as class and object, unsigned.
     */
    public static final String FROM = """
        from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where l.locktype = 'advisory' and l.granted and l.objsubid = 2
          and l.database = (select oid from pg_database where datname = current_database())
          and l.classid::bigint = ? and l.objid::bigint = (hashtext(?)::bigint & 4294967295)\
        """;

    private static final String HOLDER = """
        select a.pid, a.application_name, host(a.client_addr) as address, a.backend_start,
               (select max(coalesce(o.state_change, o.backend_start)) from pg_stat_activity o
                where o.datname = current_database() and o.application_name = a.application_name) as last_activity
        """ + FROM;

    private final JdbcTemplate jdbc;
    private final String namespace;

    LockHolders(JdbcTemplate jdbc, Namespace namespace) {
        this.jdbc = jdbc;
        this.namespace = namespace.name();
    }

    /** Who holds it; empty when nobody does. */
    public Optional<Holder> holder() {
        return jdbc.query(HOLDER, (row, n) -> holder(row), LOCK, namespace).stream()
                .findFirst();
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
