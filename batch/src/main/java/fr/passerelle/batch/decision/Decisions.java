package fr.passerelle.batch.decision;

import fr.passerelle.journal.Journal;
import fr.passerelle.journal.JournalEntry;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Carries to the log, in the order in which they were recorded, the decisions that are not on it yet. Those of an EPCI that the facts no
 * longer have come once more, as copies, for the one that came after it: what was notified binds its successor.
 */
public final class Decisions {

    private static final String TAKE = """
        with taken as (update passerelle.decision set journalled = true, run_no = ? where not journalled returning *)
        select payload, schema_fingerprint, subject, epci from taken order by decision_no\
        """;

    private static final String UNTOLD =
            "select payload, schema_fingerprint, decision_no from passerelle.decision where journalled and doc is null"
                    + " order by decision_no";

    private static final String TELL = "update passerelle.decision set doc = ?::jsonb where decision_no = ?";

    private final JdbcTemplate jdbc;
    private final Journal journal;
    private final PayloadReader payloads;
    private final Inheritance inheritance;

    /** Works in the caller's transactions on this data source. */
    public Decisions(DataSource dataSource, Journal journal, Records records, ReferenceFacts facts) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.journal = journal;
        this.payloads = RegisteredSchemas.reader(JdbcClient.create(dataSource));
        this.inheritance = new Inheritance(dataSource, records, facts);
    }

    /**
     * Appends them in the caller's transaction, in which the rooms and sites are known already.
     *
     * @return how many there were
     */
    public int append(long runNo) {
        inheritance.copy(runNo);
        List<JournalEntry> entries = new ArrayList<>();
        RowCallbackHandler add = row -> entries.add(entry(row));
        jdbc.query(TAKE, add, runNo);
        journal.append(runNo, entries);
        tell();
        return entries.size();
    }

    /** Writes as JSON each that is on the log and is not told so yet. */
    private void tell() {
        List<Object[]> told =
                jdbc.query(UNTOLD, (row, n) -> new Object[] {RecordJson.of(decision(row)), row.getLong(3)});
        jdbc.batchUpdate(TELL, told);
    }

    private JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(row.getString(3), row.getString(4), JournalEntry.BY_EPCI, decision(row));
    }

    private DecisionRecorded decision(ResultSet row) throws SQLException {
        return payloads.read(row.getBytes(1), row.getLong(2), DecisionRecorded.class);
    }
}
