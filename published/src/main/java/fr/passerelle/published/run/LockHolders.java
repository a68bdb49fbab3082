package fr.passerelle.published.run;

import fr.passerelle.published.Namespace;
import java.util.Optional;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds the lock of the live runs: whose session lives, as PostgreSQL tells it. */
@Component
public class LockHolders {

    private static final String HOLDER = """
        select pid, name, address, since, last_activity from passerelle.lock_holder where namespace = :namespace\
        """;

    private final JdbcClient jdbc;
    private final String namespace;

    LockHolders(JdbcClient jdbc, Namespace namespace) {
        this.jdbc = jdbc;
        this.namespace = namespace.name();
    }

    /** Who holds it; empty when nobody does. */
    public Optional<Holder> holder() {
        return jdbc.sql(HOLDER)
                .param("namespace", namespace)
                .query(new SimplePropertyRowMapper<>(Holder.class))
                .optional();
    }
}
