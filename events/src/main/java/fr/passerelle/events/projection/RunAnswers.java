package fr.passerelle.events.projection;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the partitions are with their runs, as one transaction finds it before it writes. */
final class RunAnswers {

    private static final String CLOSED = """
        select exists (select from passerelle.run
                where namespace = :namespace and run_no = :run and counts is not null)
            or exists (select from passerelle.replay
                where namespace = :namespace and replay_no = :run and state in ('RUNNING', 'FAILED', 'COMPLETED'))\
        """;
    private static final String ANSWERED = """
        select exists (select from passerelle.run_scored s
            where s.namespace = :namespace and s.run_no = :run and s.partition = :partition and s.complete
              and s.scores_emitted + s.conversions_emitted + s.plans_emitted = (
                select count(*) from passerelle.result r
                where r.namespace = s.namespace and r.run_no = s.run_no and r.partition = s.partition
                  and not r.awaited))\
        """;

    private final JdbcClient jdbc;
    private final String namespace;
    private final Map<RunPartition, AnswerState> known = new HashMap<>();

    RunAnswers(JdbcTemplate jdbc, String namespace) {
        this.jdbc = JdbcClient.create(jdbc);
        this.namespace = namespace;
    }

    private record RunPartition(long run, int number) {}

    /** Whether nobody waits for a partition's results, they are awaited, or all of them are there. */
    enum AnswerState {
        NOT_CLOSED,
        AWAITED,
        ANSWERED
    }

    AnswerState standing(long run, int partition) {
        return known.computeIfAbsent(new RunPartition(run, partition), this::standing);
    }

    private AnswerState standing(RunPartition partition) {
        if (!holds(jdbc.sql(CLOSED), partition)) {
            return AnswerState.NOT_CLOSED;
        }
        return holds(jdbc.sql(ANSWERED).param("partition", partition.number()), partition)
                ? AnswerState.ANSWERED
                : AnswerState.AWAITED;
    }

    private boolean holds(JdbcClient.StatementSpec question, RunPartition partition) {
        return question.param("namespace", namespace)
                .param("run", partition.run())
                .query(Boolean.class)
                .single();
    }
}
