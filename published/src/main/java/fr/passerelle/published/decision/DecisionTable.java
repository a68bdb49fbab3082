package fr.passerelle.published.decision;

import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.current.PublishedRun;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The decisions that people recorded, and those that what is published inherited, latest first. */
@Component
public class DecisionTable {

    private static final String COLUMNS = "decision_no, carried, payload, schema_fingerprint";
    private static final String OF = " from passerelle.decisions_as_of(?) where (? = '' or epci = ? or subject = ?)";

    private final JdbcTemplate jdbc;
    private final PayloadReader payloads;

    DecisionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.payloads = RegisteredSchemas.reader(jdbc);
    }

    /** @param about SIREN or identifier of a room; empty for all */
    public long count(String about, PublishedRun run) {
        Long count = jdbc.queryForObject("select count(*)" + OF, Long.class, run.no(), about, about, "room:" + about);
        return count == null ? 0 : count;
    }

    public List<RecordedDecision> page(String about, PublishedRun run, int size, long offset) {
        return jdbc.query(
                "select " + COLUMNS + OF + " order by decision_no desc limit ? offset ?",
                (row, n) -> decision(row),
                run.no(),
                about,
                about,
                "room:" + about,
                size,
                offset);
    }

    /** About an EPCI or a room of it. */
    public List<RecordedDecision> ofEpci(String siren, PublishedRun run) {
        return jdbc.query(
                "select " + COLUMNS + " from passerelle.decisions_as_of(?) where epci = ?"
                        + " order by decision_no desc",
                (row, n) -> decision(row),
                run.no(),
                siren);
    }

    private RecordedDecision decision(ResultSet row) throws SQLException {
        return new RecordedDecision(
                row.getLong("decision_no"),
                payloads.read(row.getBytes("payload"), row.getLong("schema_fingerprint"), DecisionRecorded.class),
                row.getBoolean("carried"));
    }
}
