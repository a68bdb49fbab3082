package fr.passerelle.batch.job;

import fr.passerelle.published.run.Phases;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** One line a phase: its French name when it begins, its time when it ends. */
@Component
public class PhaseLines implements StepExecutionListener {

    private final RunProgress progress;

    PhaseLines(RunProgress progress) {
        this.progress = progress;
    }

    @Override
    public void beforeStep(StepExecution step) {
        Pause.at("step-" + step.getStepName());
        progress.begin(Phases.nameOf(step.getStepName()));
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        progress.end(step.getStatus() == BatchStatus.COMPLETED ? "fait" : "arrêté");
        return null;
    }
}
