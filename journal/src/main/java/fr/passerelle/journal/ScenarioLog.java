package fr.passerelle.journal;

import fr.passerelle.schemas.contract.Records;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the scenarios say, in the order in which their topic will carry it: appended in the transaction that makes it true. */
public final class ScenarioLog {

    private static final String SUBJECT = "scenario:";
    private static final String APPEND = """
        insert into passerelle.scenario_record (seq, event_id, scenario_no, type, payload, schema_fingerprint)
        select coalesce(max(seq), 0) + 1, :eventId, :no, :type, :payload, :fingerprint from passerelle.scenario_record\
        """;
    private static final String RANK = "select count(*) + 1 from passerelle.scenario_record where scenario_no = :no";

    private final JdbcClient jdbc;
    private final Records records;

    /** Works in the caller's transactions. */
    public ScenarioLog(JdbcClient jdbc, Records records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /**
     * Appends a record of a scenario.
     *
     * @param id as people say it
     * @throws IllegalStateException outside a transaction
     * @throws LogRefused when it exceeds the log's limit
     */
    public void append(long no, String id, SpecificRecord record) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A record is appended in the transaction of what it describes");
        }
        byte[] payload = SideLog.checked("Le scénario " + id, records.encode(record));
        // One writer at a time, so that the ranks have no hole: who may only append may not lock the table of records.
        jdbc.sql("lock table passerelle.scenario in share row exclusive mode").update();
        long rank = jdbc.sql(RANK).param("no", no).query(Long.class).single();
        jdbc.sql(APPEND)
                .param("eventId", new EventId().of(SUBJECT + id, rank, payload))
                .param("no", no)
                .param("type", record.getSchema().getName())
                .param("payload", payload)
                .param("fingerprint", records.fingerprint(record))
                .update();
    }
}
