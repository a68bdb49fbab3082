package fr.passerelle.batch.attendance;

import fr.passerelle.batch.journal.Journal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Takes registers back: what a file said alone is withdrawn, what it had replaced comes back, what another file says too stays, without a
 * word on the log. First all imports of the files are marked, then the records that rest on them are settled by batches, each in the
 * caller's transaction; what is not settled yet is found again from the marks, so that a restart, or the run after an abandoned one, ends it.
 */
public final class Withdrawals {

    private static final int BATCH = 1_000;
    private static final String MARK = """
        update passerelle.file_import i set withdrawn_by = ? from passerelle.file f
        where f.file_no = i.file_no and f.sha256 = any(?) and i.withdrawn_by is null and i.run_no <> ?\
        """;
    private static final String MARKED =
            "select import_no from passerelle.file_import where withdrawn_by is not null and not withdrawal_done";
    private static final String RESTING = """
        (select record_no from passerelle.attendance where record_no > ? and import_no = any(?) order by record_no limit %1$d)
        union
        (select distinct record_no from passerelle.attendance_superseded where record_no > ? and import_no = any(?)
         order by record_no limit %1$d)
        order by record_no limit %1$d\
        """.formatted(BATCH);
    private static final String REPEATED = """
        select r.import_no, lower(part), upper(part) from passerelle.attendance_repeat r
        join passerelle.file_import i on i.import_no = r.import_no
        cross join lateral unnest(r.records * ?::int4multirange) as part
        where i.withdrawn_by is null and r.records && ?::int4multirange order by r.import_no\
        """;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final Journal journal;

    /** Works in the caller's transactions on this data source. */
    public Withdrawals(DataSource dataSource, Journal journal) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.journal = journal;
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
        Integer[] imports = numbers(MARKED).toArray(Integer[]::new);
        List<Integer> records = numbers(RESTING, after, imports, after, imports);
        if (records.isEmpty()) {
            end(imports);
            return null;
        }
        WithdrawalCounts counts = settle(runNo, records.toArray(Integer[]::new), Set.of(imports));
        return new Settled(records.getLast(), counts);
    }

    private WithdrawalCounts settle(long runNo, Integer[] records, Set<Integer> withdrawn) {
        RegisterFiles files = new RegisterFiles(jdbc);
        AttendanceState state = new AttendanceState(dataSource, jdbc, files);
        WithdrawalBatch batch = new WithdrawalBatch(RoomEpcis.load(jdbc), files);
        versions(records, withdrawn, state).values().forEach(batch::take);
        state.forgetSuperseded(records);
        state.supersede(batch.superseded());
        state.update(batch.updated());
        state.delete(batch.deleted().toArray(Integer[]::new));
        journal.append(runNo, batch.entries());
        return batch.counts();
    }

    private Map<Integer, Versions> versions(Integer[] records, Set<Integer> withdrawn, AttendanceState state) {
        Map<Integer, Versions> versions = new TreeMap<>();
        for (int no : records) {
            versions.put(no, new Versions(withdrawn));
        }
        state.superseded(records, value -> of(versions, value.no()).add(value));
        state.numbered(records, value -> of(versions, value.no()).add(value));
        repeats(records, versions);
        return versions;
    }

    private void repeats(Integer[] records, Map<Integer, Versions> versions) {
        String ranges = RecordRanges.of(records).text();
        RowCallbackHandler tell = row -> {
            for (int no = row.getInt(2); no < row.getInt(3); no++) {
                of(versions, no).repeated(row.getInt(1));
            }
        };
        jdbc.query(REPEATED, tell, ranges, ranges);
    }

    private List<Integer> numbers(String sql, Object... arguments) {
        return jdbc.query(sql, (row, n) -> row.getInt(1), arguments);
    }

    private static Versions of(Map<Integer, Versions> versions, int no) {
        return Objects.requireNonNull(versions.get(no));
    }

    private void end(Integer[] imports) {
        jdbc.update("delete from passerelle.attendance_repeat where import_no = any(?)", (Object) imports);
        jdbc.update(
                "update passerelle.file_import set withdrawal_done = true where import_no = any(?)", (Object) imports);
    }
}
