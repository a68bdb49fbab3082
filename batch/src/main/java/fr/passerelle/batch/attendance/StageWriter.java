package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.AttendanceReader.AttendanceLine;
import fr.passerelle.batch.attendance.StagingRepair.AttendanceStage;
import fr.passerelle.batch.reject.Rejects;
import fr.passerelle.published.run.Counts;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stages a chunk of register rows, with the rejects of those that do not hold by themselves, in the chunk's transaction. Any exception is a
 * fault: the transaction must roll back and the step must end; {@link #open} takes up from the last chunk that was committed.
 */
public final class StageWriter implements ItemStreamWriter<AttendanceLine> {

    private final TransactionOperations transactions;
    private final StagingRepair staging;
    private final Rejects rejects;
    private final Resubmissions resubmissions;
    private final int files;
    private final long runNo;
    private @Nullable AttendanceStage stage;
    private @Nullable FileCounts counts;

    /** Lines that were lost are made again in a transaction of their own when the step begins; the files are those of the reader. */
    public StageWriter(
            DataSource dataSource,
            TransactionOperations transactions,
            List<InputFile> files,
            long runNo,
            YearMonth night) {
        this.transactions = transactions;
        this.staging = new StagingRepair(dataSource, files, runNo, night);
        this.rejects = new Rejects(dataSource, TableSchema.frequentation());
        this.resubmissions = new Resubmissions(dataSource);
        this.files = files.size();
        this.runNo = runNo;
    }

    @Override
    public void open(ExecutionContext context) {
        FileCounts known = FileCounts.load(context, files);
        counts = known;
        stage = transactions.execute(status -> {
            staging.require(
                    known.staged(),
                    context.getInt(AttendanceReader.FILE, 0),
                    context.getLong(AttendanceReader.ROWS, 0));
            return staging.new AttendanceStage();
        });
    }

    @Override
    public void update(ExecutionContext context) {
        counted().save(context);
    }

    /** What became of the rows so far, one entry a file; those that are staged are not counted yet. */
    public List<Counts> counts() {
        return counted().asList();
    }

    @Override
    public void write(Chunk<? extends AttendanceLine> chunk) {
        if (stage == null) {
            throw new IllegalStateException("The writer must be registered as a stream of its step");
        }
        AttendanceStage.Sifted sifted = stage.sift(chunk.getItems(), counted());
        staging.add(sifted);
        rejects.keep(runNo, sifted.rejects());
        resubmissions.refuse(runNo, sifted.again());
        rejects.correct(runNo, sifted.corrected());
    }

    private FileCounts counted() {
        if (counts == null) {
            throw new IllegalStateException("The writer must be registered as a stream of its step");
        }
        return counts;
    }
}
