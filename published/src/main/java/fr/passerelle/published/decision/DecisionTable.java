package fr.passerelle.published.decision;

import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.current.PublishedRun;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decisions that people recorded, and those that what is published inherited, latest first. */
@Component
public class DecisionTable {

    private static final String COLUMNS = "decision_no, carried, payload, schema_fingerprint";
    private static final String OF = " from passerelle.decisions_as_of(:run)"
            + " where (:about = '' or epci = :about or subject = 'room:' || :about)";

    private final JdbcClient jdbc;
    private final PayloadReader payloads;

    DecisionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.payloads = RegisteredSchemas.reader(jdbc);
    }

    /** @param about SIREN or identifier of a room; empty for all */
    public long count(String about, PublishedRun run) {
        return jdbc.sql("select count(*)" + OF)
                .param("run", run.no())
                .param("about", about)
                .query(Long.class)
                .single();
    }

    public List<RecordedDecision> page(String about, PublishedRun run, int size, long offset) {
        return jdbc.sql("select " + COLUMNS + OF + " order by decision_no desc limit :size offset :offset")
                .param("run", run.no())
                .param("about", about)
                .param("size", size)
                .param("offset", offset)
                .query((row, n) -> decision(row))
                .list();
    }

    /** About an EPCI or a room of it. */
    public List<RecordedDecision> ofEpci(String siren, PublishedRun run) {
        return ofEpcis(Set.of(siren), run);
    }

    /** About some EPCIs, at least one, or rooms of theirs. */
    public List<RecordedDecision> ofEpcis(Set<String> sirens, PublishedRun run) {
        return jdbc.sql("select " + COLUMNS + " from passerelle.decisions_as_of(:run) where epci in (:epcis)"
                        + " order by decision_no desc")
                .param("run", run.no())
                .param("epcis", sirens)
                .query((row, n) -> decision(row))
                .list();
    }

    private RecordedDecision decision(ResultSet row) throws SQLException {
        return new RecordedDecision(
                row.getLong("decision_no"),
                payloads.read(row.getBytes("payload"), row.getLong("schema_fingerprint"), DecisionRecorded.class),
                row.getBoolean("carried"));
    }
}
