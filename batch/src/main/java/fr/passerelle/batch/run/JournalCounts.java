package fr.passerelle.batch.run;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** How far the journal goes, and its data records by partition: neither RunOpened, RunClosed, RunAbandoned nor RunPublished. */
@Component
public class JournalCounts {

    private static final String DATA = " type not in ('RunOpened', 'RunClosed', 'RunAbandoned', 'RunPublished')";

    private final JdbcTemplate jdbc;

    JournalCounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Since the beginning of the log. */
    Map<Integer, Long> all() {
        return counts("select partition, count(*) from passerelle.journal where" + DATA + " group by partition");
    }

    /** Written by a run. */
    Map<Integer, Long> of(long runNo) {
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
