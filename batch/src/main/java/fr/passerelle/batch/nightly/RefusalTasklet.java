package fr.passerelle.batch.nightly;

import fr.passerelle.batch.attendance.RefusedRows;
import fr.passerelle.batch.attendance.StagingRepair;
import fr.passerelle.batch.input.InputPaths;
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

/** Makes rejects of the lines that others made refuse, a file a transaction; then the lines that were read are forgotten. */
@Component
@StepScope
class RefusalTasklet implements Tasklet {

    private final RefusedRows refused;
    private final StagingRepair staging;

    RefusalTasklet(@Value("#{jobParameters['run']}") Long run, Runs runs, InputPaths places, DataSource dataSource) {
        Run opened = runs.get(run);
        this.refused = new RefusedRows(dataSource, places.attendance(opened), run);
        this.staging = new StagingRepair(dataSource, places.attendance(opened), run, opened.night());
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        if (refused.next()) {
            return RepeatStatus.CONTINUABLE;
        }
        staging.clear();
        return RepeatStatus.FINISHED;
    }
}
