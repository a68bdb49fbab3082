package fr.passerelle.console.decision;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The decisions in the database, latest first. */
@Component
class DecisionTable {

    private static final String OF = " from passerelle.decision where (? = '' or epci = ? or subject = ?)";

    private final JdbcTemplate jdbc;
    private final Records records = new Records();

    DecisionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param about SIREN or identifier of a room; empty for all */
    long count(String about) {
        Long count = jdbc.queryForObject("select count(*)" + OF, Long.class, about, about, "room:" + about);
        return count == null ? 0 : count;
    }

    List<Kept> page(String about, int size, long offset) {
        return jdbc.query(
                "select decision_no, journalled, payload" + OF + " order by decision_no desc limit ? offset ?",
                (row, n) -> kept(row),
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

    /** @param journalled whether a run has carried it to the log */
    record Kept(long no, boolean journalled, DecisionRecorded decision) {}
}
