package fr.passerelle.published.current;

import fr.passerelle.published.Namespace;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Results that earlier runs published. */
@Component
public class PastResults {

    private static final String RUN = "r.run_no, r.run_id, r.as_of, r.bareme_id, r.ended_at";
    private static final String BEFORE = "select " + RUN + """
         from passerelle.run r
        where r.namespace = ? and r.state = 'PUBLISHED' and r.run_no < ? order by r.run_no desc limit 1\
        """;
    private static final String AT = """
        select payload from passerelle.results_as_of(?, ?) where type = ?\
        """;

    /** A run that was given up leaves results that only the next published one shows. */
    private static final String PLANS = "select distinct on (r.run_no) " + RUN + """
        , p.payload from passerelle.result p
        join lateral (select * from passerelle.run
            where namespace = p.namespace and state = 'PUBLISHED' and run_no >= p.run_no
            order by run_no limit 1) r on true
        where p.namespace = ? and p.type = 'PLAN' and p.id = ? and r.run_no <= ?
        order by r.run_no desc, p.run_no desc, p.withdrawn\
        """;

    private final JdbcTemplate jdbc;
    private final String namespace;
    private final Records records = new Records();

    PastResults(JdbcTemplate jdbc, Namespace namespace) {
        this.jdbc = jdbc;
        this.namespace = namespace.name();
    }

    /** The run that was published before this one; empty for the first. */
    public Optional<PastRun> before(PublishedRun run) {
        return jdbc.query(BEFORE, (row, n) -> run(row), namespace, run.no()).stream()
                .findFirst();
    }

    /** All that held as of a run. */
    public Proposals at(PastRun run) {
        return Proposals.of(
                held("SCORE", run, Frequentation.class),
                held("CONVERSION", run, Conversion.class),
                held("PLAN", run, Plan.class));
    }

    /** Each plan that an EPCI was proposed up to a run, the latest first: a run that changed nothing of it is not there. */
    public List<PastPlan> plans(String siren, PublishedRun upTo) {
        return jdbc.query(
                PLANS, (row, n) -> new PastPlan(run(row), plan(row.getBytes("payload"))), namespace, siren, upTo.no());
    }

    private <T extends SpecificRecord> List<T> held(String type, PastRun run, Class<T> record) {
        return jdbc.query(AT, (row, n) -> decode(row.getBytes(1), record), namespace, run.no(), type);
    }

    private @Nullable Plan plan(byte @Nullable [] payload) {
        return payload == null ? null : decode(payload, Plan.class);
    }

    private static PastRun run(ResultSet row) throws SQLException {
        return new PastRun(
                row.getLong("run_no"),
                row.getString("run_id"),
                row.getString("as_of"),
                row.getString("bareme_id"),
                row.getTimestamp("ended_at").toInstant());
    }

    private <T extends SpecificRecord> T decode(byte[] payload, Class<T> record) {
        return records.decode(payload, SpecificData.get().getSchema(record), record);
    }
}
