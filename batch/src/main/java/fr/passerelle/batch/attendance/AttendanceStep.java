package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.InputFile;
import fr.passerelle.batch.source.Keeping;
import fr.passerelle.schemas.table.TableSchema;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What one execution of the step remembers from chunk to chunk: rooms, numbers of files, straddling periods, counts. */
final class AttendanceStep {

    private final List<InputFile> files;
    private final FileCounts counts;
    private final RegisterFiles registers;
    private final AttendanceState state;
    private final Resubmissions resubmissions;
    private final Straddling straddling;
    private final Keeping keeping = new Keeping(TableSchema.frequentation());
    private final RecordNumbers numbers;
    private final long runNo;
    private final MeasureRule rule;
    private final IdentifierRule identifiers;

    AttendanceStep(
            DataSource dataSource,
            List<InputFile> files,
            FileCounts counts,
            long runNo,
            List<String> replaced,
            YearMonth night) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        this.files = files;
        this.counts = counts;
        this.registers = new RegisterFiles(jdbc);
        this.state = new AttendanceState(dataSource, jdbc, registers);
        this.resubmissions = new Resubmissions(dataSource);
        this.straddling =
                new Straddling(state, new Remains(jdbc, state, leaving(jdbc, runNo, replaced)), registers::sha256);
        this.numbers = new RecordNumbers(jdbc);
        this.identifiers = new IdentifierRule(new RegisterNames(jdbc, files), straddling);
        this.runNo = runNo;
        this.rule = new MeasureRule(rooms(jdbc)::contains, night);
    }

    /** Those of the inventory. */
    private static Set<String> rooms(JdbcTemplate jdbc) {
        return Set.copyOf(jdbc.queryForList("select room_id from passerelle.room", String.class));
    }

    private static Set<Integer> leaving(JdbcTemplate jdbc, long runNo, List<String> replaced) {
        return Set.copyOf(Withdrawals.leaving(jdbc, runNo, replaced));
    }

    List<InputFile> files() {
        return files;
    }

    FileCounts counts() {
        return counts;
    }

    AttendanceState state() {
        return state;
    }

    Resubmissions resubmissions() {
        return resubmissions;
    }

    long runNo() {
        return runNo;
    }

    /** The run that wrote a value. */
    long runOf(Attendance value) {
        return registers.runNo(value.origin().importNo());
    }

    Keeping keeping() {
        return keeping;
    }

    IdentifierRule identifiers() {
        return identifiers;
    }

    MeasureRule rule() {
        return rule;
    }

    Straddling straddling() {
        return straddling;
    }

    /** A number that no record ever had. */
    int nextNo() {
        return numbers.next();
    }

    Attendance.Origin origin(AttendanceLine.Measure measure) {
        InputFile file = files.get(measure.file());
        return new Attendance.Origin(
                registers.importNo(file, runNo), file.sha256(), measure.row().line());
    }
}
