package fr.passerelle.published.replay;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.reconciliation.ScoredPartitions;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Phases;
import fr.passerelle.published.run.Runs;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What there is to say of replays, from the database alone. */
@Component
public class ReplayReports {

    private static final String EXECUTIONS = """
        from batch.batch_job_execution e
        join batch.batch_job_execution_params p on p.job_execution_id = e.job_execution_id
        left join batch.batch_step_execution s on s.job_execution_id = e.job_execution_id
        where p.parameter_name = 'replay' and p.parameter_value = :replay\
        """;
    private static final String PHASE = "select s.step_name " + EXECUTIONS
            + " and s.step_name is not null order by s.step_execution_id desc limit 1";
    /** The end of a step that was killed is not known: its last word is. */
    private static final String SECONDS =
            "select extract(epoch from sum(coalesce(s.end_time, s.last_updated) - s.start_time)) " + EXECUTIONS;

    private final JdbcClient jdbc;
    private final Runs runs;
    private final Replays replays;
    private final Scopes scopes;

    ReplayReports(JdbcClient jdbc, Runs runs, Replays replays, Scopes scopes) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.replays = replays;
        this.scopes = scopes;
    }

    /**
     * The report of one.
     *
     * @param grown whether the journal has grown behind it
     */
    public ReplayReport of(Replay replay, boolean grown) {
        return new ReplayReport(
                replay,
                runs.get(replay.baseRun()),
                scopes.epcis(replay.scope(), replay.baseRun()),
                scopes.rooms(replay.scope(), replay.baseRun()),
                grown,
                phase(replay.no()),
                seconds(replay.no()),
                new ScoredPartitions(jdbc, new Namespace(replay.namespace()))
                        .count(replay.no())
                        .partitions(),
                new Results(jdbc, new Namespace(replay.namespace())).counts(replay.no()),
                replays.steps(replay.no()));
    }

    private @Nullable String phase(long no) {
        return executions(PHASE, no)
                .query((row, n) -> Phases.nameOf(row.getString(1)))
                .optional()
                .orElse(null);
    }

    private @Nullable Double seconds(long no) {
        return executions(SECONDS, no).query(Double.class).optional().orElse(null);
    }

    private JdbcClient.StatementSpec executions(String sql, long no) {
        return jdbc.sql(sql).param("replay", Long.toString(no));
    }
}
