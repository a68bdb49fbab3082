package fr.passerelle.batch.recovery;

import fr.passerelle.batch.server.Settings;
import fr.passerelle.journal.fence.ProcessName;
import fr.passerelle.schemas.fault.RunRefused;
import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions that work on runs, ended from outside when their process is dead or frozen. */
@Component
public class DatabaseSessions {

    /**
     * Of the process that holds the lock, or held it last: that session may be gone and the others of its process not. Another role may give
     * its own sessions that name: they are nobody's here.
     */
    private static final String END = """
        select pg_terminate_backend(pid, 10000) from unnest(array(
        select s.pid from passerelle.fence f
        join pg_stat_activity s on s.application_name = f.owner and s.usename = f.role
        where f.namespace = :namespace and f.owner <> :own and s.datname = current_database()
          and s.pid <> pg_backend_pid())) as found (pid)\
        """;

    private static final String FORBIDDEN = "42501";

    private final JdbcClient jdbc;
    private final String namespace;

    DatabaseSessions(JdbcClient jdbc, Settings settings) {
        this.jdbc = jdbc;
        this.namespace = settings.namespace();
    }

    /**
     * Ends all sessions of the process that holds the lock of runs, or that held it last: what it had not committed is undone.
     *
     * @return how many were ended
     * @throws RunRefused when they are another role's
     */
    public int endOfOwner() {
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
                .sql(END)
                .param("own", ProcessName.NAME)
                .param("namespace", namespace)
                .query((row, n) -> row.getBoolean(1))
                .list()
                .stream()
                .filter(ended -> ended)
                .count();
    }
}
