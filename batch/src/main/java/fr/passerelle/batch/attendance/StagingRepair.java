package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.AttendanceReader.RegisterLines;
import fr.passerelle.batch.attendance.StageWriter.AttendanceStage;
import fr.passerelle.batch.month.LineIdentity.LineId;
import fr.passerelle.batch.month.MonthNo;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.reject.UnusableFile;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The staged lines of a run, made again where PostgreSQL lost them: the table is not logged, and empty after a crash of the server. Rejects
 * are logged, and are not made twice.
 */
public final class StagingRepair {

    private static final int PAGE = 10_000;

    /** Months whose lines are held together. */
    private static final int MONTHS = 200;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final List<InputFile> files;
    private final long runNo;
    private final YearMonth night;
    private final StagedLines lines;
    private final LineIds ids;
    private final Resubmissions resubmissions;

    /**
     * Works in the caller's transactions on this data source.
     *
     * @param files those of the run, in its order
     * @param night month in which the run was opened
     */
    public StagingRepair(DataSource dataSource, List<InputFile> files, long runNo, YearMonth night) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.files = List.copyOf(files);
        this.runNo = runNo;
        this.night = night;
        this.lines = new StagedLines(dataSource);
        this.ids = new LineIds(dataSource);
        this.resubmissions = new Resubmissions(dataSource);
    }

    AttendanceStage stage() {
        RegisterFiles registers = new RegisterFiles(jdbc);
        List<Integer> imports = files.stream()
                .map(file -> file.mapping().resubmits() ? 0 : registers.importNo(file, runNo))
                .toList();
        return new AttendanceStage(files, RoomNumbers.inventoried(jdbc), imports, resubmissions, night);
    }

    /**
     * Settles the ids of the lines: which are refused, which come from another month.
     *
     * @throws UnusableFile when most lines of a file are known under another identity
     */
    public void settleIds() {
        ids.begin();
        unbind();
        ids.settle();
        new Continuity(dataSource).require(files);
    }

    /** Ids that only withdrawn imports say bind nobody. */
    private void unbind() {
        DueMonths due = new DueMonths(dataSource);
        Set<Integer> leaving = due.leaving();
        if (leaving.isEmpty()) {
            return;
        }
        ImportedMonthTable table = new ImportedMonthTable(dataSource);
        List<MonthNo> months = due.withdrawn();
        for (int from = 0; from < months.size(); from += MONTHS) {
            List<MonthNo> page = months.subList(from, Math.min(from + MONTHS, months.size()));
            Map<MonthNo, List<Integer>> repeats = table.repeats(page);
            table.months(page)
                    .forEach((at, kept) -> ids.unbind(
                            onlyWithdrawn(kept.said(repeats.getOrDefault(at, List.of()), leaving, Map.of()))));
        }
    }

    private static Set<LineId> onlyWithdrawn(MonthImports month) {
        Set<LineId> ids = new HashSet<>(month.before().ids());
        month.withdraw();
        ids.removeAll(month.now().ids());
        return ids;
    }

    /**
     * Makes the lines again where some are missing, and what their ids say of them.
     *
     * @param staged how many there must be
     * @return whether they were made again: what was folded of them may come in another order now
     */
    public boolean requireAll(long staged) {
        boolean lost = lines.count() != staged;
        if (lost) {
            require(staged, files.size(), 0);
            settleIds();
        }
        return lost;
    }

    /**
     * The same of those that were read so far.
     *
     * @param file place, from 0, of the file that is being read
     * @param rows rows of it that were read
     */
    void require(long staged, int file, long rows) {
        if (lines.count() == staged) {
            return;
        }
        lines.clear();
        FileCounts counts = FileCounts.none(files.size());
        AttendanceStage stage = stage();
        try (RegisterLines source = new RegisterLines(files, 0, 0)) {
            List<AttendanceLine> page = new ArrayList<>();
            for (RegisterLines.Placed next = source.next();
                    next != null && !isBeyond(next, file, rows);
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

    private static boolean isBeyond(RegisterLines.Placed next, int file, long rows) {
        return next.file() > file || next.file() == file && next.rows() > rows;
    }

    private void add(AttendanceStage.Sifted sifted) {
        lines.add(sifted.staged());
        resubmissions.stage(sifted.staged());
    }

    /** Forgets the lines of the run, once they are folded or given up. */
    public void clear() {
        lines.clear();
    }
}
