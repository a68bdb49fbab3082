package fr.passerelle.events.projection;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.Completeness;
import fr.passerelle.schemas.event.RunScored;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** The results in PostgreSQL, under one namespace. Writing a record again changes nothing. */
final class ReadModelWriter {

    private static final String UPSERT_RESULT = """
        insert into passerelle.result (namespace, type, id, run_no, partition, epci, withdrawn, payload,
          schema_fingerprint, doc, files)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
        on conflict (namespace, type, id, run_no, partition) do update
        set epci = excluded.epci, withdrawn = excluded.withdrawn, payload = excluded.payload,
          schema_fingerprint = excluded.schema_fingerprint, doc = excluded.doc, files = excluded.files
        """;
    private static final String UPSERT_RUN = """
        insert into passerelle.run_scored (namespace, run_no, partition, complete, records_expected, records_seen,
          rooms, scores_emitted, conversions_emitted, plans_emitted, conversions_current, plans_current, partial_hash)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (namespace, run_no, partition) do update
        set complete = excluded.complete, records_expected = excluded.records_expected,
          records_seen = excluded.records_seen, rooms = excluded.rooms, scores_emitted = excluded.scores_emitted,
          conversions_emitted = excluded.conversions_emitted, plans_emitted = excluded.plans_emitted,
          conversions_current = excluded.conversions_current, plans_current = excluded.plans_current,
          partial_hash = excluded.partial_hash
        """;

    /** A record with the partition that it came in. */
    record Arrival(int partition, SpecificRecord record) {}

    private final String namespace;
    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final Records records;

    ReadModelWriter(String namespace, JdbcTemplate jdbc, TransactionOperations transaction, Records records) {
        this.namespace = namespace;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.records = records;
    }

    /** Writes all of them or, when the database fails, none. */
    void write(List<Arrival> arrivals) {
        List<Object[]> results = arrivals.stream()
                .flatMap(arrival -> ResultRow.of(arrival.record()).map(row -> columns(row, arrival)).stream())
                .toList();
        List<Object[]> runs = arrivals.stream()
                .filter(arrival -> arrival.record() instanceof RunScored)
                .map(arrival -> columns((RunScored) arrival.record()))
                .toList();
        transaction.executeWithoutResult(status -> {
            jdbc.batchUpdate(UPSERT_RESULT, results);
            jdbc.batchUpdate(UPSERT_RUN, runs);
        });
    }

    private Object[] columns(ResultRow row, Arrival arrival) {
        return new Object[] {
            namespace,
            row.type().name(),
            row.id(),
            row.run().getRunNo(),
            arrival.partition(),
            row.epci(),
            row.bare() == null,
            row.payload(records),
            row.bare() == null ? null : records.fingerprint(arrival.record()),
            row.doc(),
            row.filesDoc()
        };
    }

    private Object[] columns(RunScored run) {
        return new Object[] {
            namespace,
            run.getRun().getRunNo(),
            run.getPartition(),
            run.getCompleteness() == Completeness.COMPLETE,
            run.getRecordsExpected(),
            run.getRecordsSeen(),
            run.getRooms(),
            run.getScoresEmitted(),
            run.getConversionsEmitted(),
            run.getPlansEmitted(),
            run.getConversionsCurrent(),
            run.getPlansCurrent(),
            run.getPartialHash()
        };
    }
}
