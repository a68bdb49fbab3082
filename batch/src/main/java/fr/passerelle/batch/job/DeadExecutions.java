package fr.passerelle.batch.job;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Executions that the job repository believes running, or of which it does not know how their last commit ended, though their process is
 * gone. The caller holds the lock.
 *
 * <p>Spring Batch refuses to take up what is UNKNOWN: in general, data and progress may live in two places, of which one committed. Ours
 * are one: a chunk's rows, its journal records, its step's context and its counts are one transaction of one database. Either it
 * committed, and the context says so, or nothing of it did; and since raising the fence waited for the dead process's transactions, the
 * question is settled when we ask. What went to Kafka is told by its own position, read again at each start. So an UNKNOWN execution is a
 * FAILED one.
 */
@Component
public record DeadExecutions(JdbcClient jdbc, JobRepository repository) {

    private static final Set<BatchStatus> UNSETTLED =
            Set.of(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPING, BatchStatus.UNKNOWN);
    private static final String ALL = """
        select e.job_execution_id from batch.batch_job_execution e
        where e.status = any(:unsettled) or exists (
            select from batch.batch_step_execution s
            where s.job_execution_id = e.job_execution_id and s.status = any(:unsettled))
        order by e.job_execution_id\
        """;

    /** All of them, whatever their job, in the order in which they were created. */
    public List<JobExecution> all() {
        String[] unsettled = UNSETTLED.stream().map(BatchStatus::name).toArray(String[]::new);
        return jdbc.sql(ALL).param("unsettled", unsettled).query((row, n) -> row.getLong(1)).list().stream()
                .map(id -> Objects.requireNonNull(repository.getJobExecution(id)))
                .toList();
    }

    /** Marks an execution failed, if it is one of them: then it can be taken up. It ended, as far as anybody knows, when it was last heard of. */
    public void bury(JobExecution execution) {
        execution.getStepExecutions().stream()
                .filter(step -> UNSETTLED.contains(step.getStatus()))
                .forEach(this::bury);
        if (UNSETTLED.contains(execution.getStatus())) {
            execution.setEndTime(Objects.requireNonNullElse(execution.getLastUpdated(), execution.getCreateTime()));
            execution.setExitStatus(ExitStatus.FAILED);
            execution.setStatus(BatchStatus.FAILED);
            repository.update(execution);
        }
    }

    private void bury(StepExecution step) {
        step.setEndTime(Objects.requireNonNullElse(step.getLastUpdated(), step.getCreateTime()));
        step.setExitStatus(ExitStatus.FAILED);
        step.setStatus(BatchStatus.FAILED);
        repository.update(step);
    }
}
