package fr.passerelle.batch.report;

import fr.passerelle.batch.replay.Scopes;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.Replay.ReplayStep;
import fr.passerelle.published.replay.Replays;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.result.ScoredPartitions;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunJob.Phases;
import fr.passerelle.published.run.Runs;
import java.util.List;
import java.util.Map;
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

    /**
     * All there is to say of a replay.
     *
     * @param base the live run that it is compared with
     * @param epcis how many EPCIs it reaches, as of that run
     * @param rooms how many rooms it reaches, as of that run
     * @param grown whether the journal has grown behind it: it can no longer be put in force
     * @param phase the last that began, in French; null before any
     * @param seconds that it has worked; null before it began
     * @param partitions that are scored
     * @param results that hold, by type: SCORE, CONVERSION, PLAN
     * @param steps taken with it, in order
     */
    public record ReplayReport(
            Replay replay,
            Run base,
            long epcis,
            long rooms,
            boolean grown,
            @Nullable String phase,
            @Nullable Double seconds,
            int partitions,
            Map<String, Integer> results,
            List<ReplayStep> steps) {}
}
