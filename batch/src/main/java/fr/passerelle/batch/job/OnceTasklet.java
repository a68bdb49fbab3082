package fr.passerelle.batch.job;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Work of one transaction that must not be done twice. Spring Batch commits the work, then in another transaction that the step is
 * complete: a process that dies between the two leaves a step to be taken up whose work is done. So the work says in its own transaction,
 * in the step's context, that it is.
 *
 * @param work which ends with its first transaction
 */
public record OnceTasklet(Tasklet work) implements Tasklet {

    private static final String DONE = "done";

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws Exception {
        ExecutionContext context = contribution.getStepExecution().getExecutionContext();
        if (!context.containsKey(DONE)) {
            work.execute(contribution, chunk);
            context.put(DONE, true);
        }
        return RepeatStatus.FINISHED;
    }
}
