package fr.passerelle.batch.attendance;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Row;
import fr.passerelle.sources.TableSource;
import fr.passerelle.sources.Traces;
import fr.passerelle.sources.reject.RejectedRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of the registers, file after file, each with the place that comes after it. */
final class RegisterLines implements AutoCloseable {

    private static final String TOTAL = "TOTAL";

    private final List<InputFile> files;
    private final TableSchema schema = TableSchema.frequentation();
    private int file;
    private long rows;
    private @Nullable TableSource source;
    private Map<Long, Traces.Trace> traces = Map.of();

    /**
     * A row and where reading stands after it.
     *
     * @param file place of its file among those given, from 0
     * @param rows how many rows of that file were read
     */
    record Placed(AttendanceLine line, int file, long rows) {}

    /** Begins a file anew and passes over its first rows. */
    RegisterLines(List<InputFile> files, int file, long passed) {
        this.files = files;
        this.file = file;
        while (rows < passed && next() != null) {
            // they were read before
        }
    }

    /** The next row; null after the last one. */
    @Nullable
    Placed next() {
        while (file < files.size()) {
            Row.RowOutcome outcome = current().next();
            if (outcome != null) {
                rows++;
                return new Placed(line(outcome), file, rows);
            }
            nextFile();
        }
        return null;
    }

    @Override
    public void close() {
        if (source != null) {
            source.close();
            source = null;
        }
    }

    private void nextFile() {
        close();
        file++;
        rows = 0;
    }

    private TableSource current() {
        if (source == null) {
            InputFile current = files.get(file);
            source = TableSource.open(current, schema);
            traces = current.mapping().resubmits() ? Traces.read(current.path(), current.name()) : Map.of();
        }
        return source;
    }

    private AttendanceLine line(Row.RowOutcome outcome) {
        return switch (outcome) {
            case Row.RowOutcome.Refused refused -> refused(refused.rejected());
            case Row.RowOutcome.Accepted accepted -> line(accepted.row());
            case Row.RowOutcome.Control() -> new AttendanceLine.Control(file);
        };
    }

    private AttendanceLine line(Row row) {
        if (Columns.activity(row).equals(TOTAL)) {
            return new AttendanceLine.Control(file);
        }
        PeriodRule.Breach breach = PeriodRule.breach(row);
        if (breach != null) {
            return refused(current().rejections().refuse(row, breach.column(), breach.reason(), breach.message()));
        }
        return new AttendanceLine.Measure(file, row, traces.get(row.line()));
    }

    private AttendanceLine refused(RejectedRow rejected) {
        return new AttendanceLine.Refused(file, rejected, traces.get(rejected.line()));
    }
}
