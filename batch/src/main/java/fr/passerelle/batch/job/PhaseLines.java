package fr.passerelle.batch.job;

import fr.passerelle.journal.Pause;
import fr.passerelle.published.run.Phases;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.schemas.diagnostic.RunTrace;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/** One line a phase: its French name when it begins, its time when it ends; and a part of the run's trace. */
@Component
@DependsOn("runTrace")
public class PhaseLines implements StepExecutionListener {

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
        trace(done);
        return null;
    }

    private void trace(boolean done) {
        RunTrace.Work ended = phase;
        if (ended != null && !done) {
            ended.fail();
        }
        if (ended != null) {
            ended.close();
        }
    }
}
