package fr.passerelle.batch.nightly;

import fr.passerelle.batch.attendance.AttendanceFold;
import fr.passerelle.batch.attendance.AttendanceFold.FoldResult;
import fr.passerelle.batch.attendance.StageWriter.FileCounts;
import fr.passerelle.batch.attendance.StagingRepair;
import fr.passerelle.batch.input.InputPaths;
import fr.passerelle.batch.run.StepCounts;
import fr.passerelle.batch.server.Settings;
import fr.passerelle.journal.Journal;
import fr.passerelle.journal.Pause;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.sources.InputFile;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Folds the months of rooms, some rooms a transaction, with its place and its counts. */
@Component
@StepScope
class FoldTasklet implements Tasklet, StepExecutionListener {

    private static final String PLACE = "fold.place";
    private static final long LAST = Long.MAX_VALUE;

    private final Run run;
    private final List<InputFile> files;
    private final StagingRepair staging;
    private final StepCounts counts;
    private final AttendanceFold fold;
    private boolean checked;

    FoldTasklet(
            @Value("#{jobParameters['run']}") Long run,
            Runs runs,
            InputPaths places,
            Settings settings,
            StepCounts counts,
            DataSource dataSource,
            Journal journal,
            Records records) {
        this.run = runs.get(run);
        this.files = places.attendance(this.run);
        this.staging = new StagingRepair(dataSource, files, run, this.run.night());
        this.counts = counts;
        this.fold = new AttendanceFold(dataSource, journal, records, files, run, settings.chunk());
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        ExecutionContext context = contribution.getStepExecution().getExecutionContext();
        if (!checked) {
            check(context);
            return RepeatStatus.CONTINUABLE;
        }
        FoldResult result = next(context);
        if (result == null) {
            return RepeatStatus.FINISHED;
        }
        contribution.incrementWriteCount(result.months());
        Pause.at("fold-chunk-" + contribution.getStepExecution().getCommitCount());
        return RepeatStatus.CONTINUABLE;
    }

    /** What was folded is folded again where the lines were lost: it comes to the same, and is counted once. */
    private void check(ExecutionContext context) {
        if (staging.requireAll(counts.staged(run))) {
            context.putLong(PLACE, 0);
            FileCounts known = FileCounts.load(context, files.size());
            known.forgetLines();
            known.save(context);
        }
        checked = true;
    }

    /** The next rooms that were read, then those that are due besides. */
    private @Nullable FoldResult next(ExecutionContext context) {
        long after = context.getLong(PLACE, 0);
        FoldResult result = after == LAST ? null : fold.next(after);
        if (result == null) {
            context.putLong(PLACE, LAST);
            result = fold.nextDue();
        } else {
            context.putLong(PLACE, result.place());
        }
        if (result != null) {
            FileCounts known = FileCounts.load(context, files.size());
            known.add(result.counts());
            known.save(context);
        }
        return result;
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        fold.close();
        return null;
    }
}
