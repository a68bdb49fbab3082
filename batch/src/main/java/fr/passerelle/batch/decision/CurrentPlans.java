package fr.passerelle.batch.decision;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.Plan;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The plans that hold now, as the last published run left them. */
public final class CurrentPlans {

    private static final String PLAN = """
        select payload from passerelle.current_result
        where namespace = ? and type = 'PLAN' and id = ? and not withdrawn\
        """;

    private final JdbcTemplate jdbc;
    private final Records records;
    private final String namespace;

    /** Reads on this data source, in one namespace. */
    public CurrentPlans(DataSource dataSource, Records records, String namespace) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.records = records;
        this.namespace = namespace;
    }

    /** Whether an EPCI is described. */
    boolean knows(String epci) {
        return !jdbc.queryForList("select 1 from passerelle.epci where epci = ?", epci)
                .isEmpty();
    }

    /** That of an EPCI; empty where none holds. */
    Optional<Plan> of(String epci) {
        return jdbc
                .query(
                        PLAN,
                        (row, n) -> records.decode(row.getBytes(1), Plan.getClassSchema(), Plan.class),
                        namespace,
                        epci)
                .stream()
                .findFirst();
    }
}
