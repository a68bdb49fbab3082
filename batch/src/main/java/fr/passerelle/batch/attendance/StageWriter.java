package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.AttendanceReader.AttendanceLine;
import fr.passerelle.batch.attendance.StagingRepair.AttendanceStage;
import fr.passerelle.batch.reject.Rejects;
import fr.passerelle.journal.Pause;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.published.run.RunCounts.WithdrawalCounts;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stages a chunk of register rows, with the rejects of those that do not hold by themselves, in the chunk's transaction. Any exception is a
 * fault: the transaction must roll back and the step must end; {@link #open} takes up from the last chunk that was committed.
 */
public final class StageWriter implements ItemStreamWriter<AttendanceLine> {

    private final TransactionOperations transactions;
    private final StagingRepair staging;
    private final Rejects rejects;
    private final Resubmissions resubmissions;
    private final RunProgress progress;
    private final int files;
    private final long runNo;
    private final long total;
    private long done;
    private int chunks;
    private @Nullable AttendanceStage stage;
    private @Nullable FileCounts counts;

    /**
     * Lines that were lost are made again in a transaction of their own when the step begins. The files are those of the reader; progress is also
     * told of each chunk that is written and not committed yet.
     */
    public StageWriter(
            DataSource dataSource,
            TransactionOperations transactions,
            List<InputFile> files,
            long runNo,
            YearMonth night,
            RunProgress progress) {
        this.transactions = transactions;
        this.staging = new StagingRepair(dataSource, files, runNo, night);
        this.rejects = new Rejects(dataSource, TableSchema.FREQUENTATION);
        this.resubmissions = new Resubmissions(dataSource);
        this.files = files.size();
        this.runNo = runNo;
        this.progress = progress;
        this.total = files.stream().mapToLong(InputFile::rows).sum();
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
        opened(counts).save(context);
    }

    @Override
    public void write(Chunk<? extends AttendanceLine> chunk) {
        AttendanceStage.Sifted sifted = opened(stage).sift(chunk.getItems(), opened(counts));
        staging.add(sifted);
        rejects.keep(runNo, sifted.rejects());
        resubmissions.refuse(runNo, sifted.again());
        rejects.correct(runNo, sifted.corrected());
        chunks++;
        Pause.at("stage-chunk-" + chunks);
        done += chunk.size();
        progress.advance(Math.min(done, total), total);
    }

    private static <T> T opened(@Nullable T part) {
        return Objects.requireNonNull(part, "The writer must be registered as a stream of its step");
    }

    /**
     * What became of the rows of each file, in the order in which they were given, and of the lines of withdrawn imports: kept with the step's
     * progress so that it is exact over restarts.
     */
    public static final class FileCounts {

        private static final JsonMapper JSON = JsonMapper.shared();
        private static final String FILES = "attendance.counts";
        private static final String STAGED = "attendance.staged";
        private static final String WITHDRAWN = "withdrawal.counts";

        private final Counts[] counts;
        private long staged;
        private WithdrawalCounts withdrawn = WithdrawalCounts.NONE;

        private FileCounts(Counts[] counts) {
            this.counts = counts;
        }

        /** Nothing of so many files. */
        public static FileCounts none(int files) {
            return new FileCounts(Collections.nCopies(files, Counts.NONE).toArray(Counts[]::new));
        }

        /** What a step's context holds of so many files. */
        public static FileCounts load(ExecutionContext context, int files) {
            FileCounts loaded = context.containsKey(FILES)
                    ? new FileCounts(JSON.readValue(context.getString(FILES), Counts[].class))
                    : none(files);
            loaded.staged = context.getLong(STAGED, 0);
            if (context.containsKey(WITHDRAWN)) {
                loaded.withdrawn = JSON.readValue(context.getString(WITHDRAWN), WithdrawalCounts.class);
            }
            return loaded;
        }

        public void save(ExecutionContext context) {
            context.putString(FILES, JSON.writeValueAsString(counts));
            context.putLong(STAGED, staged);
            context.putString(WITHDRAWN, JSON.writeValueAsString(withdrawn));
        }

        void add(int file, Counts one) {
            counts[file] = counts[file].plus(one);
        }

        void add(WithdrawalCounts more) {
            withdrawn = withdrawn.plus(more);
        }

        /** What other rows of the same files came to. */
        public void add(FileCounts more) {
            Arrays.setAll(counts, file -> counts[file].plus(more.counts[file]));
            add(more.withdrawn);
        }

        /** The lines were lost, and are folded again; what was withdrawn stays so. */
        public void forgetLines() {
            Arrays.fill(counts, Counts.NONE);
        }

        void addStaged() {
            staged++;
        }

        /** Lines that were staged: what becomes of them is counted when they are folded. */
        public long staged() {
            return staged;
        }

        public WithdrawalCounts withdrawn() {
            return withdrawn;
        }

        /** One entry a file. */
        public List<Counts> asList() {
            return List.of(counts);
        }
    }
}
