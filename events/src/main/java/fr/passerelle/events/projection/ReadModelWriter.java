package fr.passerelle.events.projection;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.ResultRefusal;
import fr.passerelle.schemas.diagnostic.DiagnosticRun;
import fr.passerelle.schemas.diagnostic.RunTrace;
import fr.passerelle.schemas.event.Completeness;
import fr.passerelle.schemas.event.RunScored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
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
          schema_fingerprint = excluded.schema_fingerprint, doc = excluded.doc, files = excluded.files, awaited = false
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

    private static final String SAME_RESULT = """
        select exists (select from passerelle.result
            where (namespace, type, id, run_no, partition, epci, withdrawn) = (?, ?, ?, ?, ?, ?, ?)
              and payload is not distinct from ? and schema_fingerprint is not distinct from ?
              and doc is not distinct from ?::jsonb and files is not distinct from ?::jsonb)
        """;
    private static final String SAME_RUN = """
        select exists (select from passerelle.run_scored
            where (namespace, run_no, partition, complete, records_expected, records_seen, rooms, scores_emitted,
                   conversions_emitted, plans_emitted, conversions_current, plans_current, partial_hash)
                = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))
        """;

    /** A record with the partition that it came in. */
    record Arrival(int partition, SpecificRecord record) {}

    /** The first of those handed over that is refused, by its place among them. */
    record FirstRefusal(int index, ResultRefusal why) {}

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

    /** Writes all of them up to the first that is refused, which it answers; when the database fails, none. */
    Optional<FirstRefusal> write(List<Arrival> arrivals) {
        FirstRefusal refused = transaction.execute(status -> writeAwaited(arrivals));
        return Optional.ofNullable(refused);
    }

    private @Nullable FirstRefusal writeAwaited(List<Arrival> arrivals) {
        RunAnswers answers = new RunAnswers(jdbc, namespace);
        List<Object[]> results = new ArrayList<>();
        List<Object[]> runs = new ArrayList<>();
        FirstRefusal refused = null;
        for (int i = 0; i < arrivals.size() && refused == null; i++) {
            Arrival arrival = arrivals.get(i);
            Optional<ResultRow> row = ResultRow.of(arrival.record());
            if (row.isPresent()) {
                DiagnosticRun.begin(row.get().run().getRunId());
                Object[] columns = columns(row.get(), arrival);
                RunAnswers.AnswerState standing =
                        answers.standing(row.get().run().getRunNo(), arrival.partition());
                refused = keep(standing, columns, SAME_RESULT, results, i);
            } else if (arrival.record() instanceof RunScored run) {
                DiagnosticRun.begin(run.getRun().getRunId());
                RunAnswers.AnswerState standing = answers.standing(run.getRun().getRunNo(), run.getPartition());
                refused = keep(standing, columns(run), SAME_RUN, runs, i);
            }
        }
        try (RunTrace.Work projection = RunTrace.begin("project").about(arrivals.size())) {
            jdbc.batchUpdate(UPSERT_RESULT, results);
            jdbc.batchUpdate(UPSERT_RUN, runs);
        }
        DiagnosticRun.end();
        return refused;
    }

    private @Nullable FirstRefusal keep(
            RunAnswers.AnswerState standing, Object[] columns, String same, List<Object[]> kept, int index) {
        switch (standing) {
            case AWAITED -> kept.add(columns);
            case NOT_CLOSED -> {
                return new FirstRefusal(index, ResultRefusal.RUN_NOT_CLOSED);
            }
            case ANSWERED -> {
                if (!Boolean.TRUE.equals(jdbc.queryForObject(same, Boolean.class, columns))) {
                    return new FirstRefusal(index, ResultRefusal.RUN_ANSWERED);
                }
            }
        }
        return null;
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
