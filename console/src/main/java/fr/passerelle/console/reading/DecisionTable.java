package fr.passerelle.console.reading;

import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decisions that people recorded, and those that what is published inherited, latest first. */
@Component
public class DecisionTable {

    private static final String COLUMNS = "decision_no, carried, payload, schema_fingerprint";
    private static final String OF = " from passerelle.decisions_as_of(:run)"
            + " where (:about = '' or epci = :about or subject = 'room:' || :about)";
    private static final String OF_EPCIS = " from passerelle.decisions_as_of(:run) where epci = any(:epcis)";

    private final JdbcClient jdbc;
    private final PayloadReader payloads;

    DecisionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.payloads = RegisteredSchemas.reader(jdbc);
    }

    /** @param about SIREN or identifier of a room; empty for all */
    public long count(String about, PublishedRun run) {
        return of("select count(*)" + OF, run)
                .param("about", about)
                .query(Long.class)
                .single();
    }

    public List<RecordedDecision> page(String about, PublishedRun run, int size, long offset) {
        return of("select " + COLUMNS + OF + " order by decision_no desc limit :size offset :offset", run)
                .param("about", about)
                .param("size", size)
                .param("offset", offset)
                .query((row, n) -> decision(row))
                .list();
    }

    /** All, in the order in which they were recorded. */
    public List<RecordedDecision> all(PublishedRun run) {
        return page("", run, Integer.MAX_VALUE, 0).reversed();
    }

    /** About an EPCI or a room of it. */
    public List<RecordedDecision> ofEpci(String siren, PublishedRun run) {
        return latest(Set.of(siren), run, Integer.MAX_VALUE);
    }

    /** The last ones about some EPCIs or rooms of theirs, so many at most. */
    public List<RecordedDecision> latest(Set<String> sirens, PublishedRun run, int most) {
        return of("select " + COLUMNS + OF_EPCIS + " order by decision_no desc limit :most", run)
                .param("epcis", sirens.toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> decision(row))
                .list();
    }

    /** How many are about each of some EPCIs or its rooms, by SIREN; an EPCI without any is left out. */
    public Map<String, Integer> counts(Set<String> sirens, PublishedRun run) {
        return of("select epci, count(*)" + OF_EPCIS + " group by epci", run)
                .param("epcis", sirens.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private JdbcClient.StatementSpec of(String sql, PublishedRun run) {
        return jdbc.sql(sql).param("run", run.no());
    }

    private RecordedDecision decision(ResultSet row) throws SQLException {
        return new RecordedDecision(
                row.getLong("decision_no"),
                payloads.read(row.getBytes("payload"), row.getLong("schema_fingerprint"), DecisionRecorded.class),
                row.getBoolean("carried"));
    }

    /** A recorded decision: until the published run, or one before it, has carried it to the journal, no proposal takes it into account. */
    public record RecordedDecision(long no, DecisionRecorded decision, boolean carried) {}
}
