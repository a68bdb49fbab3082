package fr.passerelle.bench.machine;

import fr.passerelle.local.program.Deployment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * When the steps of a deployment's runs began and ended, by Spring Batch's own tables.
 *
 * @param deployment whose
 */
public record StepTimes(Deployment deployment) {

    private static final String STEP = """
        select s.start_time, s.end_time from batch.batch_step_execution s
        where s.step_name = ? and s.status = 'COMPLETED' order by s.step_execution_id desc limit 1\
        """;
    private static final String JOB = """
        select create_time, end_time from batch.batch_job_execution
        where status = 'COMPLETED' order by job_execution_id desc limit 1\
        """;

    /**
     * A stretch of time.
     *
     * @param from in milliseconds since 1970
     * @param to the same
     */
    public record Span(long from, long to) {

        /** How long it is. */
        public double seconds() {
            return (to - from) / 1e3;
        }

        /** From the beginning of this one to the end of another. */
        public Span to(Span other) {
            return new Span(from, other.to);
        }
    }

    /** The last completed execution of a step. */
    public Span step(String name) {
        return span(STEP, name);
    }

    /** The last completed execution of a job: a night without the start of its process. */
    public Span job() {
        return span(JOB);
    }

    private Span span(String sql, String... arguments) {
        try (Connection connection = deployment.database().connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new BenchFault(
                            "Étape inachevée dans " + deployment.namespace() + " : " + String.join(" ", arguments));
                }
                return new Span(millis(row, 1), millis(row, 2));
            }
        } catch (SQLException e) {
            throw new BenchFault(
                    "La base de mesure " + deployment.namespace() + " a refusé : " + e.getMessage() + ".", e);
        }
    }

    private static long millis(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }
}
