package fr.passerelle.published.run;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The steps of runs in Spring Batch's job repository. */
@Component
public class StepTable {

    private static final String STEPS = """
        select s.step_name, (array_agg(s.status order by s.step_execution_id desc))[1] as status, count(*) as tries,
               coalesce(extract(epoch from sum(coalesce(s.end_time, s.last_updated) - s.start_time)), 0) as seconds,
               coalesce(sum(s.read_count), 0) as read, coalesce(sum(s.write_count), 0) as written
        from batch.batch_step_execution s
        join batch.batch_job_execution_params p on p.job_execution_id = s.job_execution_id
        where p.parameter_name = ? and p.parameter_value = ?
        group by s.step_name order by min(s.step_execution_id)\
        """;

    private final JdbcTemplate jdbc;

    StepTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a run that began, in their order. */
    public List<StepRow> of(long runNo) {
        return jdbc.query(
                STEPS,
                (row, n) -> new StepRow(
                        row.getString("step_name"),
                        row.getString("status"),
                        row.getInt("tries"),
                        Duration.ofMillis(Math.round(1000 * row.getDouble("seconds"))),
                        row.getLong("read"),
                        row.getLong("written")),
                "run",
                Long.toString(runNo));
    }
}
