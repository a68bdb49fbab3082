package fr.passerelle.batch.attendance;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.KeptCells;
import java.io.Closeable;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of one register as an import finds them that knows no attendance yet: what each says, and what the others make of it. */
public final class AttendanceDryRun implements Closeable {

    /** Lines that are held at once, some 100 MB of them. */
    private static final int SLICE = 250_000;

    private final KeptCells.Rejections rejections;
    private final MeasureRule rule;
    private final boolean forecasts;
    private final FileVerdicts verdicts;
    private final RegisterLines lines;

    /**
     * @param rooms identifiers of the rooms that are known; null where they are not looked at
     * @param night month in which it would be imported
     * @throws fr.passerelle.sources.reject.UnusableFile when the file is no longer what was examined
     */
    public AttendanceDryRun(InputFile file, @Nullable Set<String> rooms, YearMonth night) {
        this(file, rooms, night, SLICE);
    }

    AttendanceDryRun(InputFile file, @Nullable Set<String> rooms, YearMonth night, int slice) {
        this.rejections =
                new KeptCells.Rejections(file.name(), file.identity(), file.keeping(TableSchema.frequentation()));
        this.rule = new MeasureRule(rooms, night);
        this.forecasts = file.mapping().forecasts();
        this.verdicts = new FileFold(file, rule, slice).verdicts();
        this.lines = new RegisterLines(List.of(file), 0, 0);
    }

    /** The next row; null after the last one. */
    public @Nullable AttendanceLine next() {
        RegisterLines.Placed next = lines.next();
        if (next == null) {
            return null;
        }
        return next.line() instanceof AttendanceLine.Measure measure
                ? judged(measure, Math.toIntExact(next.rows()))
                : next.line();
    }

    /** What is odd about the rows that are taken, each reason once. */
    public List<Remarks> remarks() {
        return verdicts.remarks();
    }

    @Override
    public void close() {
        lines.close();
    }

    private AttendanceLine judged(AttendanceLine.Measure measure, int row) {
        PeriodRule.Breach breach = rule.breach(measure, forecasts);
        if (breach != null) {
            return refused(measure, breach);
        }
        LineRefusal refusal = verdicts.of(row);
        return refusal == null ? measure : refused(measure, refusal.breach());
    }

    private AttendanceLine refused(AttendanceLine.Measure measure, PeriodRule.Breach breach) {
        return new AttendanceLine.Refused(
                measure.file(),
                rejections.refuse(measure.row(), breach.column(), breach.reason(), breach.message()),
                measure.trace());
    }
}
