package fr.passerelle.published.current;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.util.List;
import org.apache.avro.specific.SpecificData;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was notified or deliberated. */
@Component
public class RecordedDecisions {

    private static final String OF_EPCI = """
        select decision_no, payload, carried from passerelle.decisions_as_of(?) where epci = ? order by decision_no desc\
        """;

    private final JdbcTemplate jdbc;
    private final Records records = new Records();

    RecordedDecisions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** About an EPCI or a room of it, the latest first. */
    public List<RecordedDecision> ofEpci(String siren, PublishedRun run) {
        return jdbc.query(
                OF_EPCI,
                (row, n) -> new RecordedDecision(row.getLong(1), decode(row.getBytes(2)), row.getBoolean(3)),
                run.no(),
                siren);
    }

    private DecisionRecorded decode(byte[] payload) {
        return records.decode(payload, SpecificData.get().getSchema(DecisionRecorded.class), DecisionRecorded.class);
    }
}
