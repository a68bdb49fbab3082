package fr.passerelle.batch.run;

import fr.passerelle.batch.attendance.MonthFold;
import fr.passerelle.schemas.event.RunKind;
import java.util.Objects;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Tells the log of the months that changed, a batch a transaction. What is told is no longer due, so a restart needs no place of its own.
 * A run that puts a barème in force rests on the facts that its results were shown for: what an abandoned night left waits for the next.
 */
@Component
class FoldTasklet implements Tasklet {

    private final Runs runs;
    private final MonthFold months;

    FoldTasklet(Runs runs, MonthFold months) {
        this.runs = runs;
        this.months = months;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        Run run = runs.get(Objects.requireNonNull(
                contribution.getStepExecution().getJobParameters().getLong("run")));
        if (run.kind() == RunKind.PUT_IN_FORCE) {
            return RepeatStatus.FINISHED;
        }
        int folded = months.next(run.no());
        if (folded == 0) {
            return RepeatStatus.FINISHED;
        }
        contribution.incrementWriteCount(folded);
        Pause.at("fold-chunk-" + (contribution.getStepExecution().getCommitCount() + 1));
        return RepeatStatus.CONTINUABLE;
    }
}
