package fr.passerelle.journal;

import fr.passerelle.journal.Relay.WholeJournal;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.NeedsReported;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.RowCallbackHandler;
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
    private static final String ADVANCE = """
        insert into passerelle.subject as s (subject, subject_seq)
        select * from unnest(:subjects::text[], :counts::bigint[])
        on conflict (subject) do update set subject_seq = s.subject_seq + excluded.subject_seq
        returning subject, subject_seq\
        """;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Partitions partitions;
    private final Records records;
    private final EventId eventId = new EventId();

    /** @param partitions those of the transitions topic, fixed for life */
    public Journal(DataSource dataSource, Partitions partitions, Records records) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.partitions = partitions;
        this.records = records;
    }

    /**
     * Appends records in order, in a transaction ({@link IllegalStateException} outside one); answers the journal's head: the {@code seq} of its last record, 0 when it is empty. {@link
     * PayloadTooLarge} where a record exceeds the log's limit.
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
        return new WholeJournal(jdbc).end();
    }

    private void write(long runNo, List<JournalEntry> entries, long head) {
        Map<String, Long> ranks = ranksBefore(entries);
        long seq = head;
        try (CopyRows rows = new CopyRows(dataSource, TARGET, COLUMNS)) {
            for (JournalEntry entry : entries) {
                row(rows, ++seq, entry, ranks.merge(entry.subject(), 1L, Long::sum), runNo);
            }
            rows.end();
        }
    }

    /** The rank before the first entry of each subject, once as many are reserved as there are entries, by one statement. */
    private Map<String, Long> ranksBefore(List<JournalEntry> entries) {
        Map<String, Long> ranks = new HashMap<>();
        entries.forEach(entry -> ranks.merge(entry.subject(), 1L, Long::sum));
        RowCallbackHandler rewind = row -> ranks.merge(row.getString(1), row.getLong(2), (count, last) -> last - count);
        jdbc.sql(ADVANCE)
                .param("subjects", ranks.keySet().toArray(String[]::new))
                .param("counts", ranks.values().toArray(Long[]::new))
                .query(rewind);
        return ranks;
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
            throw new PayloadTooLarge(entry, payload.length);
        }
        return payload;
    }

    /**
     * A record to append to the journal, about {@code room:ID}, {@code month:ID:YYYY-MM}, {@code epci:SIREN}, {@code site:ID}, {@code needs:SIREN}
     * or {@code run:ID}, into the partition of its EPCI (SIREN or SANS-EPCI; empty for a record about a run), {@link #BY_EPCI}, or an explicit one, from 0.
     */
    public record JournalEntry(String subject, String epci, int partition, SpecificRecord record) {

        /** The partition is that of the EPCI. */
        public static final int BY_EPCI = -1;

        /** A record about a room or a site, as the kind says. */
        public static JournalEntry place(String kind, String id, String epci, SpecificRecord record) {
            return new JournalEntry(kind + ":" + id, epci, BY_EPCI, record);
        }

        /** An EPCI. */
        public static JournalEntry epci(EpciDescribed epci) {
            return new JournalEntry("epci:" + epci.getEpci(), epci.getEpci(), BY_EPCI, epci);
        }

        /** A month of a room. */
        public static JournalEntry month(MonthReported month) {
            return new JournalEntry(
                    "month:" + month.getRoomId() + ":" + month.getMonth(), month.getEpci(), BY_EPCI, month);
        }

        /** What was asked for in an EPCI. */
        public static JournalEntry needs(NeedsReported needs) {
            return new JournalEntry("needs:" + needs.getEpci(), needs.getEpci(), BY_EPCI, needs);
        }

        /** A record about a run, for one partition. */
        public static JournalEntry run(String runId, int partition, SpecificRecord record) {
            return new JournalEntry("run:" + runId, "", partition, record);
        }
    }

    /** A record is too large for the log: a fault of the chunk that holds it, so that the relay never meets one. */
    public static final class PayloadTooLarge extends RuntimeException {

        private final transient SpecificRecord record;

        PayloadTooLarge(JournalEntry entry, int bytes) {
            super("%s of %s: %d bytes, limit %d"
                    .formatted(entry.record().getSchema().getName(), entry.subject(), bytes, MAX_PAYLOAD));
            this.record = entry.record();
        }

        /** The record. */
        public SpecificRecord record() {
            return record;
        }
    }

    /** Identifiers of journal records: UUID version 5 of (subject, rank of the record for that subject, bytes). Not thread-safe. */
    public static final class EventId {

        /** Namespace of Passerelle's event ids; never to change, since ids on the log and in people's agendas came from it. */
        private static final byte[] NAMESPACE = HexFormat.of().parseHex("6f1d2c1e3a575b0e9d270c5c7a1f4e90");

        private final MessageDigest sha1 = sha1();
        private final ByteBuffer rank = ByteBuffer.allocate(9);

        /** The id of one record, by its rank among the records of its subject, from 1, and its bare Avro bytes. */
        public UUID of(String subject, long subjectSeq, byte[] payload) {
            sha1.update(NAMESPACE);
            sha1.update(subject.getBytes(StandardCharsets.UTF_8));
            sha1.update(rank.clear().put((byte) 0).putLong(subjectSeq).array());
            return uuid(sha1.digest(payload));
        }

        /** The id of what has a name alone, the same for life. */
        public UUID of(String name) {
            sha1.update(NAMESPACE);
            return uuid(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        }

        private static UUID uuid(byte[] digest) {
            ByteBuffer hash = ByteBuffer.wrap(digest);
            return new UUID(hash.getLong() & ~0xF000L | 0x5000L, hash.getLong() & ~(0xC0L << 56) | 0x80L << 56);
        }

        private static MessageDigest sha1() {
            try {
                return MessageDigest.getInstance("SHA-1");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every JDK has SHA-1", impossible);
            }
        }
    }
}
