package fr.passerelle.published.current;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The replays that ended, and what they propose. */
@Component
public class CompletedReplays {

    private static final String ALL = """
        select p.replay_id, p.namespace, p.bareme_id, p.bareme_text, p.as_of, r.run_id, p.reason, p.ended_at,
            jsonb_array_length(p.scope -> 'epcis') = 0 and jsonb_array_length(p.scope -> 'rooms') = 0 as whole
        from passerelle.replay p join passerelle.run r on r.run_no = p.base_run_no
        where p.state = 'COMPLETED' order by p.replay_no desc\
        """;
    private static final String PLANS = """
        select payload from (
            select distinct on (id) id, payload, withdrawn from passerelle.result
            where namespace = ? and type = 'PLAN' order by id, run_no desc, withdrawn) as latest
        where not withdrawn order by id collate "C"\
        """;

    private final JdbcTemplate jdbc;
    private final Records records = new Records();

    CompletedReplays(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that were not discarded, the latest planned first. */
    public List<CompletedReplay> all() {
        return jdbc.query(ALL, (row, n) -> replay(row));
    }

    /** One by its identifier; empty where there is none, or it has not ended. */
    public Optional<CompletedReplay> find(String id) {
        return all().stream().filter(replay -> replay.id().equals(id)).findFirst();
    }

    /** The plans that it proposes, by SIREN. */
    public List<Plan> plans(CompletedReplay replay) {
        return jdbc.query(
                PLANS, (row, n) -> records.decode(row.getBytes(1), Plan.SCHEMA$, Plan.class), replay.namespace());
    }

    private static CompletedReplay replay(ResultSet row) throws SQLException {
        return new CompletedReplay(
                row.getString("replay_id"),
                row.getString("namespace"),
                row.getString("bareme_id"),
                row.getString("bareme_text"),
                row.getString("as_of"),
                row.getString("run_id"),
                row.getBoolean("whole"),
                row.getString("reason"),
                row.getTimestamp("ended_at").toInstant());
    }
}
