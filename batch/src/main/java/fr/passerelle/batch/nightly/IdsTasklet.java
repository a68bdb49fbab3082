package fr.passerelle.batch.nightly;

import fr.passerelle.batch.attendance.StagingRepair;
import fr.passerelle.batch.input.InputPaths;
import fr.passerelle.batch.run.StepCounts;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Settles the ids of the lines that a run has read, in one pass and one transaction. */
@Component
@StepScope
class IdsTasklet implements Tasklet {

    private final Run run;
    private final StagingRepair staging;
    private final StepCounts counts;

    IdsTasklet(
            @Value("#{jobParameters['run']}") Long run,
            Runs runs,
            InputPaths places,
            StepCounts counts,
            DataSource dataSource) {
        this.run = runs.get(run);
        this.staging = new StagingRepair(dataSource, places.attendance(this.run), run, this.run.night());
        this.counts = counts;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        staging.requireAll(counts.staged(run));
        staging.settleIds();
        return RepeatStatus.FINISHED;
    }
}
