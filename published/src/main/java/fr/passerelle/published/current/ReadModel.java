package fr.passerelle.published.current;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.result.Results;
import fr.passerelle.schemas.bareme.Baremes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The tables of the read model, decoded. */
@Component
public class ReadModel {

    private static final String RUN = """
        select run_no, run_id, as_of, bareme_id, bareme_hash, bareme_text, demonstration, result_hash, ended_at
        from passerelle.run where run_no = ?\
        """;

    private final JdbcTemplate jdbc;
    private final Results results;
    private final PlaceTable places;
    private final String namespace;

    public ReadModel(JdbcTemplate jdbc, Results results, PlaceTable places, Namespace namespace) {
        this.jdbc = jdbc;
        this.results = results;
        this.places = places;
        this.namespace = namespace.name();
    }

    /** The number of the run that is current; empty where none is. */
    public Optional<Long> currentRunNo() {
        return jdbc
                .query(
                        "select run_no from passerelle.current_run where namespace = ?",
                        (row, n) -> row.getLong(1),
                        namespace)
                .stream()
                .findFirst();
    }

    /** Whether the data of the latest run, whatever became of it, are a reconstruction; false where none was opened. */
    public boolean latestIsDemonstration() {
        return jdbc
                .query(
                        "select demonstration from passerelle.run where namespace = ? order by run_no desc limit 1",
                        (row, n) -> row.getBoolean(1),
                        namespace)
                .stream()
                .anyMatch(demonstration -> demonstration);
    }

    /** All that holds as of a run that is published, in one snapshot. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public PublishedResults published(long runNo) {
        return new PublishedResults(
                Objects.requireNonNull(jdbc.queryForObject(RUN, (row, n) -> run(row), runNo)),
                results.proposals(runNo),
                places.rooms(runNo),
                places.epcis(runNo),
                places.sites(runNo));
    }

    private static PublishedRun run(ResultSet row) throws SQLException {
        return new PublishedRun(
                row.getLong("run_no"),
                row.getString("run_id"),
                row.getString("as_of"),
                row.getString("bareme_id"),
                row.getString("bareme_hash"),
                row.getString("bareme_text"),
                row.getBoolean("demonstration"),
                Baremes.read(row.getString("bareme_text")).isIllustration(),
                row.getString("result_hash"),
                row.getTimestamp("ended_at").toInstant());
    }
}
