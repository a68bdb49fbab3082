package fr.passerelle.published.decision;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The decisions that people recorded. */
@Component
public class KnownDecisions {

    private static final String READ =
            "select decision_no, journalled, payload from passerelle.decision order by decision_no";

    private final JdbcTemplate jdbc;
    private final Records records;

    /** Reads in the caller's transaction, where there is one. */
    public KnownDecisions(JdbcTemplate jdbc, Records records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /** All, in the order in which they were recorded. */
    public List<KnownDecision> all() {
        return jdbc.query(
                READ, (row, n) -> new KnownDecision(row.getLong(1), row.getBoolean(2), decoded(row.getBytes(3))));
    }

    private DecisionRecorded decoded(byte[] payload) {
        return records.decode(payload, DecisionRecorded.getClassSchema(), DecisionRecorded.class);
    }
}
