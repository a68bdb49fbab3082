package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.InputFile;
import fr.passerelle.batch.source.Outcome;
import fr.passerelle.batch.source.Row;
import fr.passerelle.batch.source.TableSource;
import fr.passerelle.batch.source.reject.UnusableFile;
import fr.passerelle.batch.source.trace.Trace;
import fr.passerelle.batch.source.trace.Traces;
import fr.passerelle.schemas.table.TableSchema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * The rows of the registers, file after file. Its place is a file and a number of rows; a restart reads that file again from its start,
 * since the rank of a row among its equals depends on all the rows before it.
 */
public final class AttendanceReader implements ItemStreamReader<AttendanceLine> {

    private static final String FILE = "attendance.file";
    private static final String ROWS = "attendance.rows";
    private static final String SHA256 = "attendance.sha256.";
    private static final String TOTAL = "TOTAL";

    private final List<InputFile> files;
    private final TableSchema schema = TableSchema.frequentation();
    private int file;
    private long rows;
    private @Nullable TableSource source;
    private Keys keys = new Keys();
    private Map<Long, Trace> traces = Map.of();

    /** @param files in the order in which the user gave them: of two values of one key, the later one holds */
    public AttendanceReader(List<InputFile> files) {
        this.files = List.copyOf(files);
    }

    /** @throws UnusableFile when a file is no longer the one that was examined, or that the execution began with */
    @Override
    public void open(ExecutionContext context) {
        close();
        file = context.getInt(FILE, 0);
        rows = 0;
        keys = new Keys();
        files.forEach(given -> requireSame(given, context.getString(SHA256 + files.indexOf(given), given.sha256())));
        skip(context.getLong(ROWS, 0));
    }

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
        while (file < files.size()) {
            Outcome outcome = current().next();
            if (outcome != null) {
                rows++;
                return line(outcome);
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
        keys = new Keys();
    }

    private TableSource current() {
        if (source == null) {
            InputFile current = files.get(file);
            source = TableSource.open(current, schema);
            traces = current.mapping().resubmits() ? Traces.read(current.path(), current.name()) : Map.of();
        }
        return source;
    }

    private void skip(long count) {
        while (rows < count && read() != null) {
            // the ranks of the rows that were already written are counted again
        }
    }

    private static void requireSame(InputFile given, String begunWith) {
        if (!given.sha256().equals(begunWith) || !given.unchanged()) {
            throw new UnusableFile(
                    "Le fichier « %s » a changé ou disparu depuis le début de l'exécution : remettez-le tel qu'il était et reprenez, ou abandonnez l'exécution."
                            .formatted(given.name()));
        }
    }

    private AttendanceLine line(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused refused -> new AttendanceLine.Refused(file, refused.rejected());
            case Outcome.Accepted accepted -> line(accepted.row());
            case Outcome.Control() -> new AttendanceLine.Control(file);
        };
    }

    private AttendanceLine line(Row row) {
        if (Columns.activity(row).equals(TOTAL)) {
            return new AttendanceLine.Control(file);
        }
        PeriodRule.Breach breach = PeriodRule.breach(row);
        if (breach != null) {
            return new AttendanceLine.Refused(
                    file, current().rejections().refuse(row, breach.column(), breach.reason(), breach.message()));
        }
        Keys.Key key = keys.of(row);
        return new AttendanceLine.Measure(file, row, key.text(), key.again(), traces.get(row.line()));
    }
}
