package fr.passerelle.published.decision;

import fr.passerelle.published.current.PublishedRun;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The decisions that people recorded, and those that what is published inherited, latest first. */
@Component
public class DecisionTable {

    private static final String OF = " from passerelle.decisions_as_of(?) where (? = '' or epci = ? or subject = ?)";

    private final JdbcTemplate jdbc;
    private final Records records = new Records();

    DecisionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param about SIREN or identifier of a room; empty for all */
    public long count(String about, PublishedRun run) {
        Long count = jdbc.queryForObject("select count(*)" + OF, Long.class, run.no(), about, about, "room:" + about);
        return count == null ? 0 : count;
    }

    public List<Kept> page(String about, PublishedRun run, int size, long offset) {
        return jdbc.query(
                "select decision_no, carried, payload" + OF + " order by decision_no desc limit ? offset ?",
                (row, n) -> kept(row),
                run.no(),
                about,
                about,
                "room:" + about,
                size,
                offset);
    }

    private Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong(1),
                row.getBoolean(2),
                records.decode(row.getBytes(3), DecisionRecorded.getClassSchema(), DecisionRecorded.class));
    }

    /** @param carried whether the published run, or one before it, has carried it to the log */
    public record Kept(long no, boolean carried, DecisionRecorded decision) {}
}
