package fr.passerelle.console.reading;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was notified or deliberated, as it was recorded. */
@Component
public class DecisionLog {

    private final JdbcTemplate jdbc;
    private final Records records = new Records();

    DecisionLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The decisions about a subject, {@code room:ID} or {@code epci:SIREN}, the latest recorded first. */
    public List<DecisionRecorded> on(String subject) {
        return jdbc.query(
                "select payload from passerelle.decision where subject = ? order by decision_no desc",
                (row, n) -> records.decode(row.getBytes(1), DecisionRecorded.SCHEMA$, DecisionRecorded.class),
                subject);
    }
}
