package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.Counts;
import fr.passerelle.batch.source.InputFile;
import fr.passerelle.batch.source.reject.Corrections;
import fr.passerelle.batch.source.reject.Rejects;
import fr.passerelle.schemas.table.TableSchema;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * Writes a chunk of register rows: state, rejects and the months that changed, all in the chunk's transaction. Any exception is a fault: the transaction
 * must roll back and the step must end; {@link #open} takes up from the last chunk that was committed.
 */
public final class AttendanceWriter implements ItemStreamWriter<AttendanceLine> {

    private final DataSource dataSource;
    private final DueMonths due;
    private final Rejects rejects;
    private final Corrections corrections;
    private final Repeats repeats;
    private final List<InputFile> files;
    private final long runNo;
    private final List<String> replaced;
    private final YearMonth night;
    private @Nullable AttendanceStep step;

    /**
     * @param files those of the reader, in its order
     * @param replaced hashes of the registers that the run takes back afterwards: what they alone say stands in no row's way
     * @param night month in which the run was opened
     */
    public AttendanceWriter(
            DataSource dataSource, List<InputFile> files, long runNo, List<String> replaced, YearMonth night) {
        this.dataSource = dataSource;
        this.due = new DueMonths(dataSource);
        this.rejects = new Rejects(dataSource, TableSchema.frequentation());
        this.corrections = new Corrections(dataSource, TableSchema.frequentation());
        this.repeats = new Repeats(dataSource);
        this.files = List.copyOf(files);
        this.runNo = runNo;
        this.replaced = List.copyOf(replaced);
        this.night = night;
    }

    @Override
    public void open(ExecutionContext context) {
        step = new AttendanceStep(dataSource, files, FileCounts.load(context, files.size()), runNo, replaced, night);
    }

    @Override
    public void update(ExecutionContext context) {
        opened().counts().save(context);
    }

    /** What became of the rows so far, one entry a file. */
    public List<Counts> counts() {
        return opened().counts().asList();
    }

    @Override
    public void write(Chunk<? extends AttendanceLine> lines) {
        AttendanceChunk chunk = new AttendanceChunk(opened(), lines.getItems());
        opened().state().insert(chunk.inserted());
        opened().state().update(chunk.updated());
        opened().state().supersede(chunk.superseded());
        repeats.keep(chunk.repeated());
        rejects.keep(runNo, chunk.rejects());
        opened().resubmissions().keepOrigins(runNo, chunk.refusedAgain());
        corrections.keep(runNo, chunk.corrected());
        opened().resubmissions().keep(chunk.resubmitted());
        due.changed(chunk.months());
    }

    private AttendanceStep opened() {
        if (step == null) {
            throw new IllegalStateException("The writer must be registered as a stream of its step");
        }
        return step;
    }
}
