package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.AttendanceReader.AttendanceLine;
import fr.passerelle.batch.attendance.StagingRepair.AttendanceStage;
import fr.passerelle.batch.reject.Rejects;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
        opened(counts).save(context);
    }

    /** What became of the rows so far, one entry a file; those that are staged are not counted yet. */
    public List<Counts> counts() {
        return opened(counts).asList();
    }

    @Override
    public void write(Chunk<? extends AttendanceLine> chunk) {
        AttendanceStage.Sifted sifted = opened(stage).sift(chunk.getItems(), opened(counts));
        staging.add(sifted);
        rejects.keep(runNo, sifted.rejects());
        resubmissions.refuse(runNo, sifted.again());
        rejects.correct(runNo, sifted.corrected());
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("The writer must be registered as a stream of its step");
        }
        return part;
    }

    /** What became of the rows of each file, kept with the step's progress so that it is exact over restarts. */
    public static final class FileCounts {

        private static final JsonMapper JSON = JsonMapper.shared();
        private static final String FILES = "attendance.counts";
        private static final String STAGED = "attendance.staged";

        private final Counts[] counts;
        private long staged;

        private FileCounts(Counts[] counts, long staged) {
            this.counts = counts;
            this.staged = staged;
        }

        static FileCounts none(int files) {
            Counts[] counts = new Counts[files];
            Arrays.fill(counts, Counts.NONE);
            return new FileCounts(counts, 0);
        }

        /** What a step's context holds, one entry for each of so many files in the order in which they were given. */
        public static List<Counts> of(ExecutionContext context, int files) {
            return context.containsKey(FILES)
                    ? List.of(JSON.readValue(context.getString(FILES), Counts[].class))
                    : Collections.nCopies(files, Counts.NONE);
        }

        /** How many lines a step's context has as staged. */
        public static long staged(ExecutionContext context) {
            return context.getLong(STAGED, 0);
        }

        static FileCounts load(ExecutionContext context, int files) {
            return new FileCounts(of(context, files).toArray(Counts[]::new), staged(context));
        }

        void save(ExecutionContext context) {
            context.putLong(STAGED, staged);
            save(context, asList());
        }

        /** Puts counts in a step's context, one entry a file. */
        public static void save(ExecutionContext context, List<Counts> counts) {
            context.putString(FILES, JSON.writeValueAsString(counts));
        }

        void add(int file, Counts one) {
            counts[file] = counts[file].plus(one);
        }

        void addStaged() {
            staged++;
        }

        /** Lines that were staged: what becomes of them is counted when they are folded. */
        long staged() {
            return staged;
        }

        List<Counts> asList() {
            return List.of(counts);
        }
    }
}
