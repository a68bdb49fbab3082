package fr.passerelle.batch.attendance;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.ReadAhead;
import fr.passerelle.sources.Row;
import fr.passerelle.sources.TableSource;
import fr.passerelle.sources.Traces;
import fr.passerelle.sources.reject.RejectedRow;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * The rows of the registers, file after file, read ahead of who writes them. Its place is a file and a number of rows; a restart reads
 * that file again from its start.
 */
public final class AttendanceReader implements ItemStreamReader<AttendanceLine> {

    static final String FILE = "attendance.file";
    static final String ROWS = "attendance.rows";
    private static final String SHA256 = "attendance.sha256.";

    private final List<InputFile> files;
    private int file;
    private long rows;
    private @Nullable ReadAhead<RegisterLines.Placed> lines;

    /** @param files in the order in which the user gave them: of two values of one key, the later one holds */
    public AttendanceReader(List<InputFile> files) {
        this.files = List.copyOf(files);
    }

    /** @throws UnusableFile when a file is no longer the one that was examined, or that the execution began with */
    @Override
    public void open(ExecutionContext context) {
        close();
        file = context.getInt(FILE, 0);
        rows = context.getLong(ROWS, 0);
        files.forEach(given -> requireSame(given, context.getString(SHA256 + files.indexOf(given), given.sha256())));
        RegisterLines source = new RegisterLines(files, file, rows);
        lines = new ReadAhead<>(source::next, source::close);
    }

    /** The place of the last row that was handed on, whatever was read ahead. */
    @Override
    public void update(ExecutionContext context) {
        context.putInt(FILE, file);
        context.putLong(ROWS, rows);
        for (int i = 0; i < files.size(); i++) {
            context.putString(SHA256 + i, files.get(i).sha256());
        }
    }

    @Override
    public @Nullable AttendanceLine read() {
        RegisterLines.Placed next = lines == null ? null : lines.next();
        if (next == null) {
            return null;
        }
        file = next.file();
        rows = next.rows();
        return next.line();
    }

    @Override
    public void close() {
        if (lines != null) {
            lines.close();
            lines = null;
        }
    }

    private static void requireSame(InputFile given, String begunWith) {
        if (!given.sha256().equals(begunWith) || !given.unchanged()) {
            throw new UnusableFile(
                    "Le fichier « %s » a changé ou disparu depuis le début de l'exécution : remettez-le tel qu'il était et reprenez, ou abandonnez l'exécution."
                            .formatted(given.name()));
        }
    }

    /** The rows of the registers, file after file, each with the place that comes after it. */
    static final class RegisterLines implements AutoCloseable {

        private static final String TOTAL = "TOTAL";

        private final List<InputFile> files;
        private final TableSchema schema = TableSchema.frequentation();
        private int file;
        private long rows;
        private @Nullable TableSource source;
        private Map<Long, Traces.Trace> traces = Map.of();

        /** A row, and where reading stands after it: in which of the files given, from 0, after how many of its rows. */
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
                close();
                file++;
                rows = 0;
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
            MeasureRule.Breach breach = MeasureRule.breach(row);
            return breach == null
                    ? new AttendanceLine.Measure(file, row, traces.get(row.line()))
                    : refused(breach.of(row, current().rejections()));
        }

        private AttendanceLine refused(RejectedRow rejected) {
            return new AttendanceLine.Refused(file, rejected, traces.get(rejected.line()));
        }
    }
}
