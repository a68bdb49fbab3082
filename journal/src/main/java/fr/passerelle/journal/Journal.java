package fr.passerelle.journal;

import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.Records;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The append side of the journal. Records are encoded, numbered and written in the caller's transaction, under a lock held to its end:
 * the order of {@code seq} is the order of commits and has no hole. One instance a thread.
 */
public final class Journal {

    /** Largest payload, in bytes: below the broker's default limit for a message, with room for headers. */
    public static final int MAX_PAYLOAD = 900_000;

    private static final int COLUMNS = 10;
    private static final String TARGET =
            "passerelle.journal (seq, event_id, epci, partition, subject, subject_seq, type, payload,"
                    + " schema_fingerprint, run_no)";

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final SubjectRanks subjects;
    private final Partitions partitions;
    private final Records records;
    private final EventId eventId = new EventId();

    /** @param partitions those of the transitions topic, fixed for life */
    public Journal(DataSource dataSource, Partitions partitions, Records records) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.subjects = new SubjectRanks(jdbc);
        this.partitions = partitions;
        this.records = records;
    }

    /**
     * Appends records in order.
     *
     * @return the journal's head: the {@code seq} of its last record, 0 when it is empty
     * @throws IllegalStateException outside a transaction
     * @throws PayloadTooLarge when a record exceeds the log's limit
     */
    public long append(long runNo, List<JournalEntry> entries) {
        long head = lockedHead();
        if (!entries.isEmpty()) {
            write(runNo, entries, head);
        }
        return head + entries.size();
    }

    private long lockedHead() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The journal is appended to in the transaction of what it describes");
        }
        jdbc.sql("select one from passerelle.journal_end for update")
                .query(Boolean.class)
                .single();
        return jdbc.sql("select coalesce(max(seq), 0) from passerelle.journal")
                .query(Long.class)
                .single();
    }

    private void write(long runNo, List<JournalEntry> entries, long head) {
        Map<String, SubjectRanks.Rank> ranks = subjects.reserve(entries);
        long seq = head;
        try (CopyRows rows = new CopyRows(dataSource, TARGET, COLUMNS)) {
            for (JournalEntry entry : entries) {
                long rank = Objects.requireNonNull(ranks.get(entry.subject())).next();
                row(rows, ++seq, entry, rank, runNo);
            }
            rows.end();
        }
    }

    private void row(CopyRows rows, long seq, JournalEntry entry, long rank, long runNo) {
        byte[] payload = checked(entry);
        rows.row();
        rows.int8(seq);
        rows.uuid(eventId.of(entry.subject(), rank, payload));
        rows.text(entry.epci());
        rows.int2(entry.partition() == JournalEntry.BY_EPCI ? partitions.of(entry.epci()) : entry.partition());
        rows.text(entry.subject());
        rows.int8(rank);
        rows.text(entry.record().getSchema().getName());
        rows.bytes(payload);
        rows.int8(records.fingerprint(entry.record()));
        rows.int8(runNo);
    }

    private byte[] checked(JournalEntry entry) {
        byte[] payload = records.encode(entry.record());
        if (payload.length > MAX_PAYLOAD) {
            throw new PayloadTooLarge(entry, payload.length, MAX_PAYLOAD);
        }
        return payload;
    }
}
