package fr.passerelle.published.run;

import fr.passerelle.published.Namespace;
import java.util.Optional;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds the lock of the live runs, as PostgreSQL tells it. */
@Component
public class LockHolders {

    /** First key of the lock of runs; the second is the hash of the namespace. */
    public static final int LOCK = 0x5061_7373;

    /**
     * From the sessions that hold it, given its first key as {@code lock} and the {@code namespace}. A lock of two keys shows
     * them as class and object, unsigned.
     */
    public static final String FROM = """
        from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where l.locktype = 'advisory' and l.granted and l.objsubid = 2
          and l.database = (select oid from pg_database where datname = current_database())
          and l.classid::bigint = :lock and l.objid::bigint = (hashtext(:namespace)::bigint & 4294967295)\
        """;

    private static final String HOLDER = """
        select a.pid, a.application_name as name, host(a.client_addr) as address, a.backend_start as since,
               (select max(coalesce(o.state_change, o.backend_start)) from pg_stat_activity o
                where o.datname = current_database() and o.application_name = a.application_name) as last_activity
        """ + FROM;

    private final JdbcClient jdbc;
    private final String namespace;

    LockHolders(JdbcClient jdbc, Namespace namespace) {
        this.jdbc = jdbc;
        this.namespace = namespace.name();
    }

    /** Who holds it; empty when nobody does. */
    public Optional<Holder> holder() {
        return jdbc.sql(HOLDER)
                .param("lock", LOCK)
                .param("namespace", namespace)
                .query(new SimplePropertyRowMapper<>(Holder.class))
                .optional();
    }
}
