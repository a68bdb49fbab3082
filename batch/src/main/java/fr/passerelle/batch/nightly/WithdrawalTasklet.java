package fr.passerelle.batch.nightly;

import fr.passerelle.batch.attendance.DueMonths;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunJob;
import fr.passerelle.published.run.Runs;
import fr.passerelle.published.run.Withdrawal;
import java.util.Objects;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Marks what the registers that a run takes back have said, before anything is held against it; the fold does the rest. */
@Component
class WithdrawalTasklet implements Tasklet {

    private final Runs runs;
    private final DueMonths due;

    WithdrawalTasklet(Runs runs, DueMonths due) {
        this.runs = runs;
        this.due = due;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        Run run = runs.get(Objects.requireNonNull(
                contribution.getStepExecution().getJobParameters().getLong(RunJob.NUMBER)));
        due.withdraw(
                run.no(),
                run.parameters().withdrawals().stream().map(Withdrawal::sha256).toList());
        return RepeatStatus.FINISHED;
    }
}
