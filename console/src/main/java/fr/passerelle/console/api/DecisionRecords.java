package fr.passerelle.console.api;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The decisions, in the order in which they were recorded: also those that the next run will carry. */
@Component
class DecisionRecords {

    private final JdbcTemplate jdbc;
    private final Records records = new Records();

    DecisionRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A decision is only ever added: their number is their version. */
    Stock stock() {
        List<DecisionRecorded> decisions = jdbc.query(
                "select payload from passerelle.decision order by decision_no",
                (row, n) -> records.decode(row.getBytes(1), DecisionRecorded.getClassSchema(), DecisionRecorded.class));
        return new Stock(String.valueOf(decisions.size()), decisions);
    }
}
