package fr.passerelle.batch.recovery;

import fr.passerelle.batch.job.DeadExecutions;
import fr.passerelle.batch.run.RunWriter;
import fr.passerelle.published.run.Phases;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunJob;
import fr.passerelle.published.run.Runs;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs of which nobody works on the execution any more. The caller holds the lock of the live runs. */
@Component
class DeadRuns {

    private final Runs runs;
    private final RunWriter writer;
    private final DeadExecutions executions;

    DeadRuns(Runs runs, RunWriter writer, DeadExecutions executions) {
        this.runs = runs;
        this.writer = writer;
        this.executions = executions;
    }

    /** Marks an execution and its run stopped, in one transaction. */
    @Transactional
    public RecoveryReport.Dead bury(JobExecution execution) {
        String status = execution.getStatus().name();
        String phase = phase(execution);
        executions.bury(execution);
        Optional<Run> run = Optional.ofNullable(execution.getJobParameters().getLong(RunJob.NUMBER))
                .flatMap(runs::find);
        run.ifPresent(found -> stop(found, phase));
        return new RecoveryReport.Dead(
                run.map(Run::id).orElse(execution.getJobInstance().getJobName()),
                execution.getId(),
                status,
                phase,
                run.map(DeadRuns::next).orElse(null));
    }

    /** Marks the runs that were opened, or taken up, and have no execution that says more. */
    @Transactional
    public List<RecoveryReport.Dead> neverExecuted() {
        return runs.all().stream()
                .filter(run -> run.state() == Run.State.OPEN)
                .map(this::stop)
                .toList();
    }

    private RecoveryReport.Dead stop(Run run) {
        String phase = runs.phase(run.no()).orElse(null);
        stop(run, phase);
        return new RecoveryReport.Dead(run.id(), null, run.state().name(), phase, next(run));
    }

    /** Why a run stopped that had said so itself is kept. */
    private void stop(Run run, @Nullable String phase) {
        if (run.state() == Run.State.OPEN) {
            writer.fail(
                    run.no(),
                    "Interrompue "
                            + (phase == null ? "avant sa première phase" : "pendant la phase « " + phase + " »")
                            + " : le processus qui la menait est mort ou a été écarté.");
        }
    }

    /** A published one still has to be announced. */
    private static @Nullable String next(Run run) {
        return run.state() == Run.State.ABANDONED ? null : "./passerelle restart " + run.id();
    }

    /** The last phase of an execution, in French; null when none began. */
    static @Nullable String phase(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .max(Comparator.comparingLong(StepExecution::getId))
                .map(step -> Phases.nameOf(Objects.requireNonNull(step.getStepName())))
                .orElse(null);
    }
}
