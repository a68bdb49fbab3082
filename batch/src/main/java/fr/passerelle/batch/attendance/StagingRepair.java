package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.AttendanceReader.AttendanceLine;
import fr.passerelle.batch.attendance.AttendanceReader.Columns;
import fr.passerelle.batch.attendance.AttendanceReader.RegisterLines;
import fr.passerelle.batch.attendance.Resubmissions.Reentry;
import fr.passerelle.batch.attendance.StageWriter.FileCounts;
import fr.passerelle.batch.attendance.StagedLines.StagedLine;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.KeptCells;
import fr.passerelle.sources.Traces;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.RejectedRow;
import fr.passerelle.sources.reject.UnusableFile;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The staged lines of a run, made again where PostgreSQL lost them: the table is not logged, and empty after a crash of the server. Rejects
 * are logged, and are not made twice.
 */
public final class StagingRepair {

    private static final int PAGE = 10_000;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final List<InputFile> files;
    private final long runNo;
    private final YearMonth night;
    private final StagedLines lines;
    private final Resubmissions resubmissions;

    /** Works in the caller's transactions on this data source, on the files of a run in its order, of the month in which it was opened. */
    public StagingRepair(DataSource dataSource, List<InputFile> files, long runNo, YearMonth night) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.files = List.copyOf(files);
        this.runNo = runNo;
        this.night = night;
        this.lines = new StagedLines(dataSource);
        this.resubmissions = new Resubmissions(dataSource);
    }

    /** Settles ids: which lines are refused, which come from another month; an UnusableFile where most of a file are known otherwise. */
    public void settleIds() {
        new LineIds(dataSource).settle(files);
    }

    /** Makes lines again where some of so many are missing, and what their ids say; answers whether so: then their order may be another. */
    public boolean requireAll(long staged) {
        boolean lost = lines.count() != staged;
        if (lost) {
            require(staged, files.size(), 0);
            settleIds();
        }
        return lost;
    }

    /** The same of those that were read so far: all of the files before a place, from 0, and so many rows of the file there. */
    void require(long staged, int file, long rows) {
        if (lines.count() == staged) {
            return;
        }
        lines.clear();
        FileCounts counts = FileCounts.none(files.size());
        AttendanceStage stage = new AttendanceStage();
        try (RegisterLines source = new RegisterLines(files, 0, 0)) {
            List<AttendanceLine> page = new ArrayList<>();
            for (RegisterLines.Placed next = source.next();
                    next != null && (next.file() < file || next.file() == file && next.rows() <= rows);
                    next = source.next()) {
                page.add(next.line());
                if (page.size() == PAGE) {
                    add(stage.sift(page, counts));
                    page.clear();
                }
            }
            add(stage.sift(page, counts));
        }
        if (counts.staged() != staged) {
            throw new UnusableFile(
                    "PostgreSQL a perdu les lignes lues, et les relire n'en donne pas autant (%d au lieu de %d) : abandonnez cette exécution (« abandon ») et recommencez."
                            .formatted(counts.staged(), staged));
        }
    }

    /** The numbers of the rooms of the inventory, which get one, for life, if they have none. */
    private Map<String, Integer> numbers() {
        jdbc.sql("""
            insert into passerelle.room_number (room_id)
            select room_id from passerelle.room order by room_id on conflict (room_id) do nothing\
            """).update();
        Map<String, Integer> numbers = new HashMap<>();
        RowCallbackHandler add = row -> numbers.put(row.getString(1), row.getInt(2));
        jdbc.sql("select n.room_id, n.room_no from passerelle.room_number n join passerelle.room r on r.room_id"
                        + " = n.room_id")
                .query(add);
        return numbers;
    }

    void add(AttendanceStage.Sifted sifted) {
        lines.add(sifted.staged());
        resubmissions.stage(sifted.staged());
    }

    /** Forgets the lines of the run, once they are folded or given up. */
    public void clear() {
        lines.clear();
    }

    /** Looks at rows one by one, whatever the others say: what is refused, what is staged, what was corrected on the way. */
    final class AttendanceStage {

        private final Map<String, Integer> rooms = numbers();
        private final List<Integer> imports;
        private final MeasureRule rule = new MeasureRule(rooms.keySet(), night);
        private final KeptCells keptCells = new KeptCells(TableSchema.FREQUENTATION);

        /** Gives the files' imports their numbers, 0 to corrected rows. */
        AttendanceStage() {
            RegisterFiles registers = new RegisterFiles(jdbc);
            this.imports = files.stream()
                    .map(file -> file.mapping().resubmits() ? 0 : registers.importNo(file, runNo))
                    .toList();
        }

        /** What became of some rows, rejects that came back and are refused again among them. */
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
                    case AttendanceLine.Control(int file) -> counts.add(file, Counts.CONTROL);
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
            return rule.breach(measure.row(), mapping.recipe().forecasts());
        }

        private StagedLines.Staged staged(AttendanceLine.Measure measure, Mapping mapping, @Nullable Reentry reentry) {
            return new StagedLines.Staged(
                    Objects.requireNonNull(rooms.get(Columns.room(measure.row()))),
                    reentry == null
                            ? imports.get(measure.file())
                            : reentry.register().importNo(),
                    new StagedLine.Place(
                            measure.file(), measure.row().line(), measure.row().ordinal()),
                    Columns.attendance(measure.row(), mapping.recipe().register()),
                    reentry);
        }

        private static void refuse(
                int file, RejectedRow rejectedRow, @Nullable Reentry reentry, Sifted sifted, FileCounts counts) {
            sifted.rejects().add(rejectedRow);
            if (reentry != null) {
                sifted.again().add(new Reentry.Again(rejectedRow, reentry));
            }
            counts.add(file, Counts.REJECTED);
        }

        private KeptCells.Rejections rejections(AttendanceLine.Measure measure) {
            InputFile file = files.get(measure.file());
            return new KeptCells.Rejections(file.name(), file.identity(), keptCells);
        }

        private Map<Traces.Trace, Reentry> reentries(Collection<? extends AttendanceLine> lines) {
            List<Traces.Trace> traces = lines.stream()
                    .<Traces.@Nullable Trace>map(AttendanceLine::trace)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            return traces.isEmpty() ? Map.of() : resubmissions.find(traces);
        }

        /** The reject is there: the file was refused otherwise, and rejects are never deleted. */
        private static @Nullable Reentry reentry(Traces.@Nullable Trace trace, Map<Traces.Trace, Reentry> reentries) {
            return trace == null ? null : Objects.requireNonNull(reentries.get(trace));
        }
    }
}
