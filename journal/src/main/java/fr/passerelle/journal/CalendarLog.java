package fr.passerelle.journal;

import fr.passerelle.schemas.contract.Records;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the calendars say, in the order in which their topic will carry it: appended in the transaction that makes it true. */
public final class CalendarLog {

    private static final String APPEND = """
        insert into passerelle.calendar_record
            (seq, event_id, subject, subject_seq, epci, tour_no, type, payload, schema_fingerprint)
        select coalesce(max(seq), 0) + 1, :eventId, :subject, :rank, :epci, :tour, :type, :payload, :fingerprint
        from passerelle.calendar_record returning seq\
        """;
    private static final String RANK = "select count(*) + 1 from passerelle.calendar_record where subject = :subject";

    private final JdbcClient jdbc;
    private final Records records;

    /** Works in the caller's transactions. */
    public CalendarLog(JdbcClient jdbc, Records records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /**
     * Appends a record.
     *
     * @param epci SIREN of the EPCI that it is about
     * @param tour number of the plan; null for sessions that were held
     * @return its rank among all records, from 1
     * @throws IllegalStateException outside a transaction
     * @throws LogRefused when it exceeds the log's limit
     */
    public long append(String subject, String epci, @Nullable Long tour, SpecificRecord record) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A record is appended in the transaction of what it describes");
        }
        byte[] payload = SideLog.checked("Le calendrier « " + subject + " »", records.encode(record));
        lock();
        long rank = jdbc.sql(RANK).param("subject", subject).query(Long.class).single();
        return jdbc.sql(APPEND)
                .param("eventId", new EventId().of(subject, rank, payload))
                .param("subject", subject)
                .param("rank", rank)
                .param("epci", epci)
                .param("tour", tour)
                .param("type", record.getSchema().getName())
                .param("payload", payload)
                .param("fingerprint", records.fingerprint(record))
                .query(Long.class)
                .single();
    }

    /** One writer at a time, until the end of the transaction: so that ranks have no hole. Who may only append may not lock the records. */
    public void lock() {
        jdbc.sql("lock table passerelle.tour_plan in share row exclusive mode").update();
    }
}
