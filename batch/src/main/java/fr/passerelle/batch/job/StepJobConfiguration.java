package fr.passerelle.batch.job;

import fr.passerelle.journal.Pause;
import fr.passerelle.published.run.RunJob.Phases;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.schemas.diagnostic.RunTrace;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** The kinds of steps that the jobs are made of, each under the one transaction manager and with its line for people. */
@Component
@DependsOn("runTrace")
public class StepJobConfiguration {

    private static final String DONE = "done";

    private final JobRepository repository;
    private final PlatformTransactionManager manager;
    private final PhaseLines phases;

    StepJobConfiguration(JobRepository repository, PlatformTransactionManager manager, RunProgress progress) {
        if (repository instanceof ResourcelessJobRepository) {
            throw new IllegalStateException("A job repository that keeps nothing restarts nothing: it must be JDBC");
        }
        this.repository = repository;
        this.manager = manager;
        this.phases = new PhaseLines(progress);
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

    /**
     * Work, which ends with its first transaction, that must not be done twice. Spring Batch commits it, then in another transaction that
     * the step is complete: a process that dies between the two leaves a step to be taken up whose work is done. So the work says in its own
     * transaction, in the step's context, that it is.
     */
    public Step once(String name, Tasklet work) {
        return step(name, (contribution, chunk) -> {
            ExecutionContext context = contribution.getStepExecution().getExecutionContext();
            if (!context.containsKey(DONE)) {
                work.execute(contribution, chunk);
                context.put(DONE, true);
            }
            return RepeatStatus.FINISHED;
        });
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
    public <T> Step chunks(String name, int size, ItemStreamReader<T> reader, ItemStreamWriter<T> writer) {
        return new StepBuilder(name, repository)
                .<T, T>chunk(size).transactionManager(manager).reader(reader).writer(writer).stream(reader).stream(
                                writer)
                        .listener((StepExecutionListener) phases)
                        .build();
    }

    /** Work of one transaction, as a tasklet that gives it the number that a parameter of the job holds. */
    public static Tasklet of(String parameter, LongConsumer work) {
        return (contribution, context) -> {
            Long no = contribution.getStepExecution().getJobParameters().getLong(parameter);
            work.accept(Objects.requireNonNull(no));
            return RepeatStatus.FINISHED;
        };
    }

    /** One line a phase: its French name when it begins, its time when it ends; and a part of the run's trace. */
    private static final class PhaseLines implements StepExecutionListener {

        private final RunProgress progress;
        private RunTrace.@Nullable Work phase;

        PhaseLines(RunProgress progress) {
            this.progress = progress;
        }

        @Override
        public void beforeStep(StepExecution step) {
            Pause.at("step-" + step.getStepName());
            progress.begin(Phases.nameOf(step.getStepName()));
            phase = RunTrace.begin(step.getStepName());
        }

        @Override
        public @Nullable ExitStatus afterStep(StepExecution step) {
            boolean done = step.getStatus() == BatchStatus.COMPLETED;
            progress.end(done ? "fait" : "arrêté");
            RunTrace.Work ended = phase;
            if (ended != null) {
                if (!done) {
                    ended.fail();
                }
                ended.close();
            }
            return null;
        }
    }
}
