package fr.passerelle.batch.job;

import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * The job of a run or of a replay, by the number that a parameter holds: started, or taken up where a stop or a death left it. The caller
 * holds the lock: what still looks running is dead.
 */
public record JobRunner(
        JobOperator operator, JobRepository repository, LongFunction<Job> jobs, String parameter, DeadExecutions dead) {

    /** Runs the job to its end; empty when it completed, else why it stopped, in French. */
    public Optional<String> run(long runNo) {
        Job job = jobs.apply(runNo);
        JobParameters parameters = parameters(runNo);
        bury(job.getName(), parameters);
        try {
            JobExecution execution = operator.start(job, parameters);
            return execution.getStatus() == BatchStatus.COMPLETED ? Optional.empty() : Optional.of(why(execution));
        } catch (JobExecutionException e) {
            throw new IllegalStateException("The job of " + parameter + " " + runNo + " does not start", e);
        }
    }

    /** Whether the job of a run has done all its steps. */
    public boolean isComplete(long runNo) {
        JobExecution last = repository.getLastJobExecution(jobs.apply(runNo).getName(), parameters(runNo));
        return last != null && last.getStatus() == BatchStatus.COMPLETED;
    }

    /**
     * Spring Batch commits an instance, then its first execution, and refuses for ever to start an instance that has none. A process that
     * died between the two left one: it is given the execution that it did not live to have.
     */
    private void bury(String job, JobParameters parameters) {
        JobExecution last = repository.getLastJobExecution(job, parameters);
        JobInstance unborn = last == null ? repository.getJobInstance(job, parameters) : null;
        if (last != null) {
            dead.bury(last);
        } else if (unborn != null) {
            dead.bury(repository.createJobExecution(unborn, parameters, new ExecutionContext()));
        }
    }

    private JobParameters parameters(long runNo) {
        return new JobParametersBuilder().addLong(parameter, runNo).toJobParameters();
    }

    private static String why(JobExecution execution) {
        return execution.getAllFailureExceptions().stream()
                .filter(failure -> !(failure instanceof JobInterruptedException))
                .findFirst()
                .map(JobRunner::sentence)
                .orElse("Arrêt demandé, à la fin d'un lot.");
    }

    private static String sentence(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .filter(t -> t instanceof RunRefused || t instanceof OutsideFault || t instanceof UnusableFile)
                .findFirst()
                .map(Throwable::getMessage)
                .or(() -> ServerFault.of(failure))
                // Its trace is in the diagnostics: Spring Batch tells of each step that fails.
                .orElseGet(() -> "Erreur inattendue (" + failure.getClass().getSimpleName()
                        + ") : son détail est dans le journal du programme.");
    }
}
