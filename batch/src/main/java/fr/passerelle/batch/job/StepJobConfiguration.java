package fr.passerelle.batch.job;

import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** The kinds of steps that the jobs are made of, each under the one transaction manager and with its line for people. */
@Component
public class StepJobConfiguration {

    private final JobRepository repository;
    private final PlatformTransactionManager manager;
    private final PhaseLines phases;

    StepJobConfiguration(JobRepository repository, PlatformTransactionManager manager, PhaseLines phases) {
        if (repository instanceof ResourcelessJobRepository) {
            throw new IllegalStateException("A job repository that keeps nothing restarts nothing: it must be JDBC");
        }
        this.repository = repository;
        this.manager = manager;
        this.phases = phases;
    }

    /** A job of these steps, one after the other. */
    public Job job(String name, List<Step> steps) {
        SimpleJobBuilder job = new JobBuilder(name, repository).start(steps.getFirst());
        steps.stream().skip(1).forEach(job::next);
        return job.build();
    }

    /** A tasklet that repeats, or that may be done twice; it hears of its step where it listens. */
    public Step step(String name, Tasklet tasklet) {
        var step = new StepBuilder(name, repository).tasklet(tasklet, manager).listener(phases);
        if (tasklet instanceof StepExecutionListener listener) {
            step.listener(listener);
        }
        return step.build();
    }

    /** Work of one transaction that must not be done twice. */
    public Step once(String name, Tasklet work) {
        return step(name, new OnceTasklet(work));
    }

    /** Work that is done each time the job is taken up, complete or not. */
    public Step always(String name, Tasklet work) {
        return new StepBuilder(name, repository)
                .tasklet(work, manager)
                .listener(phases)
                .allowStartIfComplete(true)
                .build();
    }

    /** Items in chunks. */
    public <T> ChunkOrientedStepBuilder<T, T> chunks(
            String name, int size, ItemStreamReader<T> reader, ItemStreamWriter<T> writer) {
        return new StepBuilder(name, repository)
                .<T, T>chunk(size).transactionManager(manager).reader(reader).writer(writer).stream(reader).stream(
                                writer)
                        .listener((StepExecutionListener) phases);
    }

    /**
     * Work of one transaction, as a tasklet.
     *
     * @param parameter of the job, which holds the number that the work is given
     */
    public static Tasklet of(String parameter, LongConsumer work) {
        return (contribution, context) -> {
            Long no = contribution.getStepExecution().getJobParameters().getLong(parameter);
            work.accept(Objects.requireNonNull(no));
            return RepeatStatus.FINISHED;
        };
    }
}
