package fr.passerelle.batch.attendance;

import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.ReadAhead;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.List;
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
}
