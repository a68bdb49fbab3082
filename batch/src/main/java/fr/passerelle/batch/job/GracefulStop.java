package fr.passerelle.batch.job;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** A stop asked of the process (SIGTERM, Ctrl-C) lets the chunk at work end, and waits until the run has said that it stopped. */
@Component
public class GracefulStop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);
    private static final Duration LONGEST_CHUNK = Duration.ofMinutes(3);

    /** Asked for only when there is something to stop: both need a database, which may be missing. */
    private final ObjectProvider<JobOperator> operator;

    private final ObjectProvider<JobRepository> repository;
    private final List<Work> works = new CopyOnWriteArrayList<>();
    private final Phaser working = new Phaser(1);

    GracefulStop(ObjectProvider<JobOperator> operator, ObjectProvider<JobRepository> repository) {
        this.operator = operator;
        this.repository = repository;
    }

    /** Something begins that a stop must wait for, until the answer is closed: of these jobs the executions that are ours, no others. */
    public Guard guard(List<String> jobs, Predicate<JobParameters> ours) {
        Work work = new Work(jobs, ours);
        works.add(work);
        working.register();
        return () -> {
            works.remove(work);
            working.arriveAndDeregister();
        };
    }

    /** Something that a stop waits for. */
    public interface Guard extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public void start() {
        // Nothing to start: it runs while something is guarded.
    }

    @Override
    public boolean isRunning() {
        return working.getRegisteredParties() > 1;
    }

    @Override
    public void stop() {
        works.forEach(work -> work.jobs().stream()
                .flatMap(job -> repository.getObject().findRunningJobExecutions(job).stream())
                .filter(execution -> work.ours().test(execution.getJobParameters()))
                .forEach(this::ask));
        int phase = working.arrive();
        try {
            working.awaitAdvanceInterruptibly(phase, LONGEST_CHUNK.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Le lot en cours ne se termine pas : l'exécution devra être reprise.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Work(List<String> jobs, Predicate<JobParameters> ours) {}

    private void ask(JobExecution execution) {
        try {
            operator.getObject().stop(execution);
        } catch (JobExecutionNotRunningException e) {
            LOG.debug("It ended by itself", e);
        }
    }
}
