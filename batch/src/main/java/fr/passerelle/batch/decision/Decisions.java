package fr.passerelle.batch.decision;

import fr.passerelle.batch.journal.Entry;
import fr.passerelle.batch.journal.Journal;
import fr.passerelle.batch.territory.Facts;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Carries to the log, in the order in which they were recorded, the decisions that are not on it yet. Those of an EPCI that the facts no
 * longer have come once more, as copies, for the one that came after it: what was notified binds its successor.
 */
public final class Decisions {

    private static final String TAKE = """
        with taken as (update passerelle.decision set journalled = true where not journalled returning *)
        select subject, epci, payload from taken order by decision_no\
        """;

    private final JdbcTemplate jdbc;
    private final Journal journal;
    private final Records records;
    private final Inheritance inheritance;

    /** Works in the caller's transactions on this data source. */
    public Decisions(DataSource dataSource, Journal journal, Records records, Facts facts) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.journal = journal;
        this.records = records;
        this.inheritance = new Inheritance(dataSource, records, facts);
    }

    /**
     * Appends them in the caller's transaction, in which the rooms and sites are known already.
     *
     * @return how many there were
     */
    public int append(long runNo) {
        inheritance.copy();
        List<Entry> entries = new ArrayList<>();
        RowCallbackHandler add = row -> entries.add(entry(row.getString(1), row.getString(2), row.getBytes(3)));
        jdbc.query(TAKE, add);
        journal.append(runNo, entries);
        return entries.size();
    }

    private Entry entry(String subject, String epci, byte[] payload) {
        DecisionRecorded decision = records.decode(payload, DecisionRecorded.getClassSchema(), DecisionRecorded.class);
        return new Entry(subject, epci, Entry.BY_EPCI, decision);
    }
}
