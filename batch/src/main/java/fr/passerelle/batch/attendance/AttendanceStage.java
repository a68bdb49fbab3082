package fr.passerelle.batch.attendance;

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
import org.jspecify.annotations.Nullable;

/** Looks at rows one by one, whatever the others say: what is refused, what is staged, what was corrected on the way. */
final class AttendanceStage {

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
        PeriodRule.Breach breach = breach(measure, mapping, reentry);
        if (breach != null) {
            RejectedRow rejectedRow =
                    rejections(measure).refuse(measure.row(), breach.column(), breach.reason(), breach.message());
            refuse(measure.file(), rejectedRow, reentry, sifted, counts);
            return;
        }
        counts.addStaged();
        sifted.staged().add(staged(measure, mapping, reentry));
        if (!measure.row().corrections().isEmpty()) {
            sifted.corrected().add(rejections(measure).corrected(measure.row()));
        }
    }

    private PeriodRule.@Nullable Breach breach(
            AttendanceLine.Measure measure, Mapping mapping, @Nullable Reentry reentry) {
        if (reentry != null && reentry.register().importNo() == 0) {
            return new PeriodRule.Breach(
                    "id_salle",
                    RejectReason.DEJA_REPRIS,
                    "Le registre d'où vient cette ligne a été retiré depuis : donnez le registre corrigé à"
                            + " « ./passerelle nightly ».");
        }
        return rule.breach(measure, mapping.forecasts());
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
