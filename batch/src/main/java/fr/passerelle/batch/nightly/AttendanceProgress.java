package fr.passerelle.batch.nightly;

import fr.passerelle.batch.attendance.AttendanceReader.AttendanceLine;
import fr.passerelle.journal.Pause;
import fr.passerelle.published.run.Input;
import fr.passerelle.published.run.RunJob;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.event.SourceRole;
import java.util.Objects;
import org.springframework.batch.core.listener.ItemWriteListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.stereotype.Component;

/** How far the registers are read; it is also told of each chunk that is written and not committed yet. */
@Component
class AttendanceProgress implements ItemWriteListener<AttendanceLine>, StepExecutionListener {

    private final Runs runs;
    private final RunProgress progress;
    private int chunks;
    private long done;
    private long total;

    AttendanceProgress(Runs runs, RunProgress progress) {
        this.runs = runs;
        this.progress = progress;
    }

    @Override
    public void beforeStep(StepExecution step) {
        long run = Objects.requireNonNull(step.getJobParameters().getLong(RunJob.NUMBER));
        chunks = 0;
        done = 0;
        total = runs.get(run).parameters().of(SourceRole.ATTENDANCE).stream()
                .mapToLong(Input::rows)
                .sum();
    }

    @Override
    public void afterWrite(Chunk<? extends AttendanceLine> chunk) {
        chunks++;
        Pause.at("stage-chunk-" + chunks);
        done += chunk.size();
        progress.advance(Math.min(done, total), total);
    }
}
