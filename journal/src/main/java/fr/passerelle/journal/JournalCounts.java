package fr.passerelle.journal;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** How far the journal goes, and its data records by partition: neither RunOpened, RunClosed, RunAbandoned nor RunPublished. */
public class JournalCounts {

    private static final String DATA = " type not in ('RunOpened', 'RunClosed', 'RunAbandoned', 'RunPublished')";

    private static final String SINCE =
            "select partition, count(*) from passerelle.journal where seq > ? and" + DATA + " group by partition";

    private final JdbcTemplate jdbc;

    public JournalCounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Since the beginning of the log: what was counted when a run before this one closed, and what came since, so that a night costs what
     * changed. {@code verify} counts all of it again.
     */
    public Map<Integer, Long> all(long runNo) {
        Long last = jdbc.queryForObject(
                "select max(run_no) from passerelle.journal_total where run_no < ?", Long.class, runNo);
        if (last == null) {
            return counts(SINCE, 0);
        }
        Map<Integer, Long> all =
                counts("select partition, records from passerelle.journal_total where run_no = ?", last);
        long counted = seq("select max(up_to) from passerelle.journal_total where run_no = ?", last);
        counts(SINCE, counted).forEach((partition, more) -> all.merge(partition, more, Long::sum));
        return all;
    }

    /** Keeps what a run found when it closed: its data is all in the journal, and nothing else writes to it. */
    public void keep(long runNo, Map<Integer, Long> all) {
        long head = head();
        all.forEach((partition, records) -> jdbc.update(
                "insert into passerelle.journal_total (run_no, partition, records, up_to) values (?, ?, ?, ?)",
                runNo,
                partition,
                records,
                head));
    }

    /** Written by a run. */
    public Map<Integer, Long> of(long runNo) {
        return counts(
                "select partition, count(*) from passerelle.journal where run_no = ? and" + DATA
                        + " group by partition",
                runNo);
    }

    /** Whether one came after a place of the journal. */
    public boolean hasAfter(long seq) {
        return !jdbc.queryForList("select 1 from passerelle.journal where seq > ? and" + DATA + " limit 1", seq)
                .isEmpty();
    }

    /** The last seq of all; 0 when the journal is empty. */
    public long head() {
        return seq("select coalesce(max(seq), 0) from passerelle.journal");
    }

    /** The last seq that a run wrote; 0 when it wrote none. */
    public long headOf(long runNo) {
        return seq("select coalesce(max(seq), 0) from passerelle.journal where run_no = ?", runNo);
    }

    private long seq(String sql, Object... arguments) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, arguments));
    }

    private Map<Integer, Long> counts(String sql, Object... arguments) {
        Map<Integer, Long> counts = new TreeMap<>();
        RowCallbackHandler put = row -> counts.put(row.getInt(1), row.getLong(2));
        jdbc.query(sql, put, arguments);
        return counts;
    }
}
