package fr.passerelle.journal;

import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.UndecodableRecord;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The records of the journal up to a run, decoded one after the other: what the log had said when that run closed. */
public final class JournalRecords {

    private final JdbcTemplate jdbc;
    private final PayloadReader payloads;

    /** @param jdbc with a fetch size: in a transaction, rows are then fetched little by little */
    public JournalRecords(JdbcTemplate jdbc, PayloadReader payloads) {
        this.jdbc = jdbc;
        this.payloads = payloads;
    }

    /**
     * Hands over the records of some types, in the order of the log.
     *
     * @param runNo the last run whose records count
     * @param schemas those of the types
     * @throws LogRefused when a record cannot be read: somebody altered it
     */
    public void until(long runNo, List<Schema> schemas, Consumer<SpecificRecord> reader) {
        RowCallbackHandler hand = result -> reader.accept(decoded(JournalRow.of(result)));
        jdbc.query(
                JournalRow.OF_TYPES,
                hand,
                runNo,
                schemas.stream().map(Schema::getName).toArray(String[]::new));
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
