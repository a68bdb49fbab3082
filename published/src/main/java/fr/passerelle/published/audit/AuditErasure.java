package fr.passerelle.published.audit;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes what is older than a year out of the audit: a line says up to where, and holds the chain. */
@Repository
public class AuditErasure {

    private final JdbcClient jdbc;

    public AuditErasure(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Erases what was done before a day in France; answers how many lines.
     *
     * @param before at least a year ago
     */
    public long before(LocalDate before) {
        return jdbc.sql("select passerelle.erase_audit(:before::date::timestamp at time zone 'Europe/Paris')")
                .param("before", before)
                .query(Long.class)
                .single();
    }
}
