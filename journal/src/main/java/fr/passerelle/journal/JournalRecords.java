package fr.passerelle.journal;

import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.UndecodableRecord;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The records of the journal of some runs, decoded one after the other: what the log had said when a run closed. */
public final class JournalRecords {

    private static final int FETCHED_AT_ONCE = 2_000;

    private final JdbcClient jdbc;
    private final PayloadReader payloads;

    /** Reads in the caller's transaction, in which rows are fetched little by little. */
    public JournalRecords(JdbcClient jdbc, PayloadReader payloads) {
        this.jdbc = jdbc;
        this.payloads = payloads;
    }

    /**
     * Hands over the records of some types, in the order of the log.
     *
     * @param after the run after whose records it begins; 0 for all of them
     * @param runNo the last run whose records count
     * @param schemas those of the types
     * @throws LogRefused when a record cannot be read: somebody altered it
     */
    public void between(long after, long runNo, List<Schema> schemas, Consumer<SpecificRecord> reader) {
        RowCallbackHandler hand = result -> reader.accept(decoded(JournalRow.of(result)));
        jdbc.sql(JournalRow.OF_TYPES)
                .withFetchSize(FETCHED_AT_ONCE)
                .param("after", after)
                .param("run", runNo)
                .param("types", schemas.stream().map(Schema::getName).toArray(String[]::new))
                .query(hand);
    }

    private SpecificRecord decoded(JournalRow row) {
        try {
            return payloads.read(row.payload(), row.fingerprint());
        } catch (UndecodableRecord e) {
            throw unreadable(row);
        }
    }

    private static LogRefused unreadable(JournalRow row) {
        return new LogRefused("L'enregistrement de rang " + row.seq() + " du journal (" + row.type()
                + ") ne se lit pas : « ./passerelle verify » dit ce qui a été altéré ; restaurez la base.");
    }
}
