package fr.passerelle.events.projection;

import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.ResultHash.TopicResult;
import fr.passerelle.schemas.contract.ResultRefusal;
import fr.passerelle.schemas.diagnostic.RunTrace;
import fr.passerelle.schemas.diagnostic.RunTrace.DiagnosticRun;
import fr.passerelle.schemas.event.Completeness;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.event.RunScored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** The results in PostgreSQL, under one namespace. Writing a record again changes nothing. */
record ReadModelWriter(String namespace, JdbcTemplate jdbc, TransactionOperations transaction) {

    private static final Records RECORDS = new Records();

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

    private static final String CLOSED = """
        select exists (select from passerelle.run
                where namespace = ? and run_no = ? and counts is not null)
            or exists (select from passerelle.study
                where namespace = ? and study_no = ? and state in ('RUNNING', 'FAILED', 'COMPUTED'))
        """;
    private static final String ANSWERED = """
        select exists (select from passerelle.run_scored s
            where s.namespace = ? and s.run_no = ? and s.partition = ? and s.complete
              and s.scores_emitted + s.conversions_emitted + s.plans_emitted = (
                select count(*) from passerelle.result r
                where r.namespace = s.namespace and r.run_no = s.run_no and r.partition = s.partition
                  and not r.awaited))
        """;

    /** A record with the partition that it came in. */
    record Arrival(int partition, SpecificRecord record) {}

    /** The first of those handed over that is refused, by its place among them. */
    record FirstRefusal(int index, ResultRefusal why) {}

    /** How far a partition is with a run: nobody waits for its results, they are awaited, or all of them are there. */
    private enum AnswerState {
        NOT_CLOSED,
        AWAITED,
        ANSWERED
    }

    private record RunPartition(long run, int number) {}

    /** Writes all of them up to the first that is refused, which it answers; when the database fails, none. */
    Optional<FirstRefusal> write(List<Arrival> arrivals) {
        FirstRefusal refused = transaction.execute(status -> writeAwaited(arrivals));
        return Optional.ofNullable(refused);
    }

    private @Nullable FirstRefusal writeAwaited(List<Arrival> arrivals) {
        Map<RunPartition, AnswerState> states = new HashMap<>();
        List<Object[]> results = new ArrayList<>();
        List<Object[]> runs = new ArrayList<>();
        FirstRefusal refused = null;
        for (int i = 0; i < arrivals.size() && refused == null; i++) {
            Arrival arrival = arrivals.get(i);
            Optional<TopicResult> row = TopicResult.of(arrival.record());
            if (row.isPresent()) {
                AnswerState state = state(row.get().run(), arrival.partition(), states);
                refused = keep(state, columns(row.get(), arrival), SAME_RESULT, results, i);
            } else if (arrival.record() instanceof RunScored run) {
                AnswerState state = state(run.getRun(), run.getPartition(), states);
                refused = keep(state, columns(run), SAME_RUN, runs, i);
            }
        }
        try (RunTrace.Work projection = RunTrace.begin("project").about(arrivals.size())) {
            jdbc.batchUpdate(UPSERT_RESULT, results);
            jdbc.batchUpdate(UPSERT_RUN, runs);
        }
        DiagnosticRun.end();
        return refused;
    }

    /** As this transaction found it before it writes. */
    private AnswerState state(RunRef run, int partition, Map<RunPartition, AnswerState> known) {
        DiagnosticRun.begin(run.getRunId());
        return known.computeIfAbsent(new RunPartition(run.getRunNo(), partition), this::state);
    }

    private AnswerState state(RunPartition of) {
        if (!holds(CLOSED, namespace, of.run(), namespace, of.run())) {
            return AnswerState.NOT_CLOSED;
        }
        return holds(ANSWERED, namespace, of.run(), of.number()) ? AnswerState.ANSWERED : AnswerState.AWAITED;
    }

    private boolean holds(String question, Object... parameters) {
        return Boolean.TRUE.equals(jdbc.queryForObject(question, Boolean.class, parameters));
    }

    private @Nullable FirstRefusal keep(
            AnswerState state, Object[] columns, String same, List<Object[]> kept, int index) {
        if (state == AnswerState.NOT_CLOSED) {
            return new FirstRefusal(index, ResultRefusal.RUN_NOT_CLOSED);
        }
        if (state == AnswerState.ANSWERED) {
            return holds(same, columns) ? null : new FirstRefusal(index, ResultRefusal.RUN_ANSWERED);
        }
        kept.add(columns);
        return null;
    }

    private Object[] columns(TopicResult row, Arrival arrival) {
        SpecificRecord bare = row.bare();
        return new Object[] {
            namespace,
            row.type().name(),
            row.id(),
            row.run().getRunNo(),
            arrival.partition(),
            row.epci(),
            bare == null,
            bare == null ? null : RECORDS.encode(bare),
            bare == null ? null : RECORDS.fingerprint(arrival.record()),
            bare == null ? null : RecordJson.of(bare),
            row.files() == null ? null : RecordJson.of(row.files())
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
