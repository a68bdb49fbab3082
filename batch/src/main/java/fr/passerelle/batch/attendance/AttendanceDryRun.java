package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.InputFile;
import fr.passerelle.batch.source.Keeping;
import fr.passerelle.batch.source.Rejections;
import fr.passerelle.schemas.table.TableSchema;
import java.io.Closeable;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** The rows of one register as an import finds them, before it looks at the attendance that is known. */
public final class AttendanceDryRun implements Closeable {

    private final AttendanceReader reader;
    private final Rejections rejections;
    private final MeasureRule rule;
    private final boolean forecasts;

    /**
     * @param rooms identifiers of the rooms that are known; null where they are not looked at
     * @param night month in which it would be imported
     * @throws fr.passerelle.batch.source.reject.UnusableFile when the file is no longer what was examined
     */
    public AttendanceDryRun(InputFile file, @Nullable Set<String> rooms, YearMonth night) {
        this.reader = new AttendanceReader(List.of(file));
        this.rejections = new Rejections(file.name(), file.sha256(), new Keeping(TableSchema.frequentation()));
        this.rule = new MeasureRule(room -> rooms == null || rooms.contains(room), night);
        this.forecasts = file.mapping().forecasts();
        reader.open(new ExecutionContext());
    }

    /** The next row; null after the last one. */
    public @Nullable AttendanceLine next() {
        return reader.read() instanceof AttendanceLine line ? checked(line) : null;
    }

    @Override
    public void close() {
        reader.close();
    }

    private AttendanceLine checked(AttendanceLine line) {
        return line instanceof AttendanceLine.Measure measure ? checked(measure) : line;
    }

    private AttendanceLine checked(AttendanceLine.Measure measure) {
        PeriodRule.Breach breach = rule.breach(measure, forecasts);
        return breach == null
                ? measure
                : new AttendanceLine.Refused(
                        measure.file(),
                        rejections.refuse(measure.row(), breach.column(), breach.reason(), breach.message()),
                        measure.trace());
    }
}
