package fr.passerelle.published.current;

import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.result.Results;
import fr.passerelle.schemas.bareme.Baremes;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The tables of the read model, decoded. */
@Component
public class ReadModel {

    private static final String RUN = """
        select run_no, run_id, as_of, bareme_text, demonstration, result_hash, ended_at
        from passerelle.run where run_no = :run\
        """;

    private final JdbcClient jdbc;
    private final Results results;
    private final PlaceTable places;

    public ReadModel(JdbcClient jdbc, Results results, PlaceTable places) {
        this.jdbc = jdbc;
        this.results = results;
        this.places = places;
    }

    /**
     * All that holds as of a run that is published, in one snapshot.
     *
     * @throws fr.passerelle.published.result.Results.HashMismatch when its results are not those that were published
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public PublishedResults published(long runNo) {
        return new PublishedResults(
                jdbc.sql(RUN).param("run", runNo).query((row, n) -> run(row)).single(),
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
                Baremes.read(row.getString("bareme_text")),
                row.getBoolean("demonstration"),
                row.getString("result_hash"),
                row.getTimestamp("ended_at").toInstant());
    }
}
