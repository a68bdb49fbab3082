package fr.passerelle.batch.attendance;

import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
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
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Rows of the registers, file after file, read ahead; a place is a file and a number of rows. A restart reads that file again. */
public final class AttendanceReader implements ItemStreamReader<AttendanceReader.AttendanceLine> {

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
        for (InputFile given : files) {
            String begunWith = context.getString(SHA256 + files.indexOf(given), given.sha256());
            if (!given.sha256().equals(begunWith) || !given.unchanged()) {
                throw new UnusableFile(
                        "Le fichier « %s » a changé ou disparu depuis le début de l'exécution : remettez-le tel qu'il était et reprenez, ou abandonnez l'exécution."
                                .formatted(given.name()));
            }
        }
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

    /** The rows of the registers, file after file, each with the place that comes after it. */
    static final class RegisterLines implements AutoCloseable {

        private static final String TOTAL = "TOTAL";

        private final List<InputFile> files;
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
                source = TableSource.open(current, TableSchema.FREQUENTATION);
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

    /** What the reader makes of a row of a register. */
    public sealed interface AttendanceLine {

        /** Place, from 0, of its file among those given. */
        int file();

        /** Reject that it corrects, or should have; null in a register. */
        default Traces.@Nullable Trace trace() {
            return null;
        }

        /** A record that holds together; whether its room is known, and what it changes, is for others to see. */
        record Measure(int file, Row row, Traces.@Nullable Trace trace) implements AttendanceLine {}

        /** A line of totals: counted, never a record. */
        record Control(int file) implements AttendanceLine {}

        /** A row that says nothing usable. */
        record Refused(int file, RejectedRow rejected, Traces.@Nullable Trace trace) implements AttendanceLine {}
    }

    /** The columns of a register, by number, found once. */
    static final class Columns {

        static final List<String> HEADER = TableSchema.FREQUENTATION.header();

        private static final int ID = HEADER.indexOf("id_releve");
        private static final int ROOM = HEADER.indexOf("id_salle");
        private static final int START = HEADER.indexOf("periode_debut");
        private static final int END = HEADER.indexOf("periode_fin");
        private static final int GRAIN = HEADER.indexOf("grain");
        private static final int ACTIVITY = HEADER.indexOf("activite");
        private static final int ETAT = HEADER.indexOf("etat");
        private static final int SESSIONS = HEADER.indexOf("seances");
        private static final int SESSION_HOURS = HEADER.indexOf("heures_seances");
        private static final int PRESENCES = HEADER.indexOf("presences");
        private static final int PERSON_HOURS = HEADER.indexOf("heures_personnes");
        private static final int REGISTERED = HEADER.indexOf("inscrits");
        private static final int DISTINCT_PEOPLE = HEADER.indexOf("personnes_distinctes");
        private static final int SCOLAIRES = HEADER.indexOf("scolaires");

        private static final Grain[] GRAINS = words(GRAIN, Grain::valueOf).toArray(Grain[]::new);
        private static final Etat[] ETATS = words(ETAT, Etat::valueOf).toArray(Etat[]::new);

        private Columns() {}

        /** What the words of a column mean, in the order of its Table Schema: a cell's value is the place of its word. */
        private static <E> Stream<E> words(int column, Function<String, E> meaning) {
            return TableSchema.FREQUENTATION.fields().get(column).constraints().values().stream()
                    .map(meaning);
        }

        static String id(Row row) {
            return row.text(ID);
        }

        static String room(Row row) {
            return row.text(ROOM);
        }

        static int start(Row row) {
            return (int) row.value(START);
        }

        static int end(Row row) {
            return (int) row.value(END);
        }

        static Grain grain(Row row) {
            return GRAINS[(int) row.value(GRAIN)];
        }

        static String activity(Row row) {
            return row.text(ACTIVITY);
        }

        static Etat etat(Row row) {
            return ETATS[(int) row.value(ETAT)];
        }

        static boolean hasDistinctPeople(Row row) {
            return row.has(DISTINCT_PEOPLE);
        }

        /** Whether something above zero was counted. */
        static boolean countsSomething(Row row) {
            for (int column = SESSIONS; column <= SCOLAIRES; column++) {
                if (row.value(column) > 0) {
                    return true;
                }
            }
            return false;
        }

        /** What a row says, of a register by its name; empty for the region's own. */
        static Attendance attendance(Row row, String register) {
            return new Attendance(
                    row.line() == 0 || id(row).isEmpty() ? "" : register,
                    id(row),
                    start(row),
                    end(row),
                    grain(row),
                    activity(row),
                    etat(row),
                    count(row, SESSIONS),
                    count(row, SESSION_HOURS),
                    count(row, PRESENCES),
                    count(row, PERSON_HOURS),
                    count(row, REGISTERED),
                    count(row, DISTINCT_PEOPLE),
                    count(row, SCOLAIRES));
        }

        private static int count(Row row, int column) {
            long value = row.value(column);
            return value == Row.NONE ? Attendance.NOT_COUNTED : (int) value;
        }
    }
}
