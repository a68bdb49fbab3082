package fr.passerelle.batch.attendance;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes registers back: what a file said alone is withdrawn, what it had replaced comes back, what another file says too stays, and
 * the log is told that it now rests on that one. A value that would straddle another period of its room does not come back: it would be counted twice. First all imports of the files are marked, then the records that rest on them are settled by batches, each in the
 * caller's transaction; what is not settled yet is found again from the marks, so that a restart, or the run after an abandoned one, ends it.
 */
public final class Withdrawals {

    private static final int BATCH = 1_000;
    private static final String MARK = """
        update passerelle.file_import i set withdrawn_by = ? from passerelle.file f
        where f.file_no = i.file_no and f.sha256 = any(?) and i.withdrawn_by is null and i.run_no <> ?\
        """;
    private static final String LEAVING = """
        select i.import_no from passerelle.file_import i join passerelle.file f on f.file_no = i.file_no
        where not i.withdrawal_done and (i.withdrawn_by is not null or (f.sha256 = any(?) and i.run_no <> ?))\
        """;
    private static final String RESTING = """
        (select record_no from passerelle.attendance where record_no > ? and import_no = any(?) order by record_no limit %1$d)
        union
        (select distinct record_no from passerelle.attendance_superseded where record_no > ? and import_no = any(?)
         order by record_no limit %1$d)
        order by record_no limit %1$d\
        """.formatted(BATCH);

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final DueMonths due;

    /** Works in the caller's transactions on this data source. */
    public Withdrawals(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.due = new DueMonths(dataSource);
    }

    /**
     * Records that were settled together.
     *
     * @param last number of the last of them
     */
    public record Settled(int last, WithdrawalCounts counts) {}

    /** Marks all imports of these files but those of the run itself as withdrawn by it. */
    public void mark(long runNo, Collection<String> sha256s) {
        jdbc.update(MARK, runNo, sha256s.toArray(String[]::new), runNo);
    }

    /**
     * Settles the next records, by number.
     *
     * @param after number after which to look, 0 at first
     * @return null when none was left: the withdrawal is over
     */
    public @Nullable Settled next(long runNo, int after) {
        Integer[] imports = leaving(jdbc, runNo, List.of()).toArray(Integer[]::new);
        List<Integer> records = numbers(RESTING, after, imports, after, imports);
        if (records.isEmpty()) {
            end(imports);
            return null;
        }
        WithdrawalCounts counts = settle(records.toArray(Integer[]::new), Set.of(imports));
        return new Settled(records.getLast(), counts);
    }

    /**
     * The imports that are withdrawn, and of which something may still be in the state, and those that a run is going to mark.
     *
     * @param sha256s hashes of the files whose imports the run will mark
     */
    static List<Integer> leaving(JdbcTemplate jdbc, long runNo, Collection<String> sha256s) {
        return jdbc.query(LEAVING, (row, n) -> row.getInt(1), sha256s.toArray(String[]::new), runNo);
    }

    private WithdrawalCounts settle(Integer[] records, Set<Integer> withdrawn) {
        RegisterFiles files = new RegisterFiles(jdbc);
        AttendanceState state = new AttendanceState(dataSource, jdbc, files);
        Remains remains = new Remains(jdbc, state, withdrawn);
        Straddling straddling = new Straddling(state, remains, files::sha256);
        WithdrawalBatch batch = new WithdrawalBatch(files, straddling);
        remains.versions(records).values().forEach(batch::take);
        state.forgetSuperseded(records);
        state.supersede(batch.superseded());
        state.update(batch.updated());
        state.delete(batch.deleted().toArray(Integer[]::new));
        due.withdrawn(batch.months());
        return batch.counts();
    }

    private List<Integer> numbers(String sql, Object... arguments) {
        return jdbc.query(sql, (row, n) -> row.getInt(1), arguments);
    }

    private void end(Integer[] imports) {
        jdbc.update("delete from passerelle.attendance_repeat where import_no = any(?)", (Object) imports);
        jdbc.update(
                "update passerelle.file_import set withdrawal_done = true where import_no = any(?)", (Object) imports);
    }
}
