package fr.passerelle.batch.run;

import fr.passerelle.batch.attendance.WithdrawalCounts;
import fr.passerelle.batch.attendance.Withdrawals;
import java.util.Objects;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Takes registers back, a batch of records a transaction, with its place and its counts. */
@Component
class WithdrawalTasklet implements Tasklet {

    private static final String AFTER = "withdrawal.after";
    private static final String WITHDRAWN = "withdrawal.withdrawn";
    private static final String RESTORED = "withdrawal.restored";
    private static final String UNCHANGED = "withdrawal.unchanged";
    private static final String OVERLAPPING = "withdrawal.overlapping";

    private final Runs runs;
    private final Withdrawals withdrawals;

    WithdrawalTasklet(Runs runs, Withdrawals withdrawals) {
        this.runs = runs;
        this.withdrawals = withdrawals;
    }

    /** What a step's context counted. */
    static WithdrawalCounts counted(ExecutionContext context) {
        return new WithdrawalCounts(
                context.getLong(WITHDRAWN, 0),
                context.getLong(RESTORED, 0),
                context.getLong(UNCHANGED, 0),
                context.getLong(OVERLAPPING, 0));
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        ExecutionContext context = contribution.getStepExecution().getExecutionContext();
        Run run = runs.get(Objects.requireNonNull(
                contribution.getStepExecution().getJobParameters().getLong("run")));
        withdrawals.mark(
                run.no(),
                run.parameters().withdrawals().stream().map(Withdrawal::sha256).toList());
        Withdrawals.Settled settled = withdrawals.next(run.no(), context.getInt(AFTER, 0));
        if (settled == null) {
            return RepeatStatus.FINISHED;
        }
        Pause.at("withdrawal-chunk-" + (contribution.getStepExecution().getCommitCount() + 1));
        count(context, settled);
        return RepeatStatus.CONTINUABLE;
    }

    private static void count(ExecutionContext context, Withdrawals.Settled settled) {
        WithdrawalCounts counts = counted(context).plus(settled.counts());
        context.putInt(AFTER, settled.last());
        context.putLong(WITHDRAWN, counts.withdrawn());
        context.putLong(RESTORED, counts.restored());
        context.putLong(UNCHANGED, counts.unchanged());
        context.putLong(OVERLAPPING, counts.overlapping());
    }
}
