package fr.passerelle.batch.report;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.result.ScoredPartitions;
import fr.passerelle.published.run.RunJob.Phases;
import fr.passerelle.study.Study;
import fr.passerelle.study.replay.ReplayManifest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How replays go, from the database alone. */
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

    ReplayReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How one goes. */
    public ReplayReport of(Study<ReplayManifest> replay) {
        return new ReplayReport(
                phase(replay.no()),
                seconds(replay.no()),
                new ScoredPartitions(jdbc, new Namespace(ReplayManifest.namespace(replay)))
                        .count(replay.no())
                        .partitions(),
                new Results(jdbc, new Namespace(ReplayManifest.namespace(replay))).counts(replay.no()));
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
     * How a replay goes: the last phase that began, in French, and the seconds that it has worked, both null before any; how many partitions are
     * scored; results that hold, by type: SCORE, CONVERSION, PLAN.
     */
    public record ReplayReport(
            @Nullable String phase, @Nullable Double seconds, int partitions, Map<String, Integer> results) {}
}
