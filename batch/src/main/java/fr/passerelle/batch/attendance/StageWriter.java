package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.Resubmissions.Reentry;
import fr.passerelle.batch.attendance.StagedLines.StagedLine;
import fr.passerelle.batch.reject.Rejects;
import fr.passerelle.published.run.Counts;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.KeptCells;
import fr.passerelle.sources.Traces;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.RejectedRow;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final StagedLines lines;
    private final Rejects rejects;
    private final Resubmissions resubmissions;
    private final int files;
    private final long runNo;
    private @Nullable AttendanceStage stage;
    private @Nullable FileCounts counts;

    /**
     * @param transactions in which lines that were lost are made again when the step begins
     * @param files those of the reader, in its order
     * @param night month in which the run was opened
     */
    public StageWriter(
            DataSource dataSource,
            TransactionOperations transactions,
            List<InputFile> files,
            long runNo,
            YearMonth night) {
        this.transactions = transactions;
        this.staging = new StagingRepair(dataSource, files, runNo, night);
        this.lines = new StagedLines(dataSource);
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
            return staging.stage();
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
        lines.add(sifted.staged());
        resubmissions.stage(sifted.staged());
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

    /** Looks at rows one by one, whatever the others say: what is refused, what is staged, what was corrected on the way. */
    static final class AttendanceStage {

        private final List<InputFile> files;
        private final Map<String, Integer> rooms;
        private final List<Integer> imports;
        private final Resubmissions resubmissions;
        private final MeasureRule rule;
        private final KeptCells keptCells = new KeptCells(TableSchema.frequentation());

        /**
         * @param rooms numbers of those of the inventory
         * @param imports numbers of the imports of the files, 0 for corrected rows
         * @param night month in which the run was opened
         */
        AttendanceStage(
                List<InputFile> files,
                Map<String, Integer> rooms,
                List<Integer> imports,
                Resubmissions resubmissions,
                YearMonth night) {
            this.files = files;
            this.rooms = rooms;
            this.imports = imports;
            this.resubmissions = resubmissions;
            this.rule = new MeasureRule(rooms.keySet(), night);
        }

        /**
         * What became of some rows.
         *
         * @param again rejects that came back and are refused again
         */
        record Sifted(
                List<StagedLines.Staged> staged,
                List<RejectedRow> rejects,
                List<Reentry.Again> again,
                List<CorrectedRow> corrected) {

            Sifted() {
                this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            }
        }

        Sifted sift(Collection<? extends AttendanceLine> lines, FileCounts counts) {
            Sifted sifted = new Sifted();
            Map<Traces.Trace, Reentry> reentries = reentries(lines);
            for (AttendanceLine line : lines) {
                switch (line) {
                    case AttendanceLine.Control(int file) -> counts.add(file, Counts::plusControl);
                    case AttendanceLine.Refused(int file, RejectedRow rejectedRow, Traces.Trace trace) ->
                        refuse(file, rejectedRow, reentry(trace, reentries), sifted, counts);
                    case AttendanceLine.Measure measure ->
                        sift(measure, reentry(measure.trace(), reentries), sifted, counts);
                }
            }
            return sifted;
        }

        private void sift(AttendanceLine.Measure measure, @Nullable Reentry reentry, Sifted sifted, FileCounts counts) {
            Mapping mapping = reentry == null
                    ? files.get(measure.file()).mapping()
                    : reentry.register().mapping();
            MeasureRule.Breach breach = breach(measure, mapping, reentry);
            if (breach != null) {
                refuse(measure.file(), breach.of(measure.row(), rejections(measure)), reentry, sifted, counts);
                return;
            }
            counts.addStaged();
            sifted.staged().add(staged(measure, mapping, reentry));
            if (!measure.row().corrections().isEmpty()) {
                sifted.corrected().add(rejections(measure).corrected(measure.row()));
            }
        }

        private MeasureRule.@Nullable Breach breach(
                AttendanceLine.Measure measure, Mapping mapping, @Nullable Reentry reentry) {
            if (reentry != null && reentry.register().importNo() == 0) {
                return new MeasureRule.Breach(
                        "id_salle",
                        RejectReason.DEJA_REPRIS,
                        "Le registre d'où vient cette ligne a été retiré depuis : donnez le registre corrigé à"
                                + " « ./passerelle nightly ».");
            }
            return rule.breach(measure.row(), mapping.forecasts());
        }

        private StagedLines.Staged staged(AttendanceLine.Measure measure, Mapping mapping, @Nullable Reentry reentry) {
            return new StagedLines.Staged(
                    Objects.requireNonNull(rooms.get(Columns.room(measure.row()))),
                    reentry == null
                            ? imports.get(measure.file())
                            : reentry.register().importNo(),
                    new StagedLine.Place(
                            measure.file(), measure.row().line(), measure.row().ordinal()),
                    Columns.attendance(measure.row(), mapping.register()),
                    reentry);
        }

        private static void refuse(
                int file, RejectedRow rejectedRow, @Nullable Reentry reentry, Sifted sifted, FileCounts counts) {
            sifted.rejects().add(rejectedRow);
            if (reentry != null) {
                sifted.again().add(new Reentry.Again(rejectedRow, reentry));
            }
            counts.add(file, Counts::plusRejected);
        }

        private KeptCells.Rejections rejections(AttendanceLine.Measure measure) {
            InputFile file = files.get(measure.file());
            return new KeptCells.Rejections(file.name(), file.identity(), keptCells);
        }

        private Map<Traces.Trace, Reentry> reentries(Collection<? extends AttendanceLine> lines) {
            Set<Traces.Trace> traces = new LinkedHashSet<>();
            for (AttendanceLine line : lines) {
                Traces.Trace trace = trace(line);
                if (trace != null) {
                    traces.add(trace);
                }
            }
            return traces.isEmpty() ? new HashMap<>() : resubmissions.find(traces);
        }

        private static Traces.@Nullable Trace trace(AttendanceLine line) {
            return switch (line) {
                case AttendanceLine.Measure measure -> measure.trace();
                case AttendanceLine.Refused refused -> refused.trace();
                case AttendanceLine.Control control -> null;
            };
        }

        /** The reject is there: the file was refused otherwise, and rejects are never deleted. */
        private static @Nullable Reentry reentry(Traces.@Nullable Trace trace, Map<Traces.Trace, Reentry> reentries) {
            return trace == null ? null : Objects.requireNonNull(reentries.get(trace));
        }
    }
}
