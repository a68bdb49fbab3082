package fr.passerelle.batch.run;

import fr.passerelle.journal.Relay.WholeJournal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the journal goes, and its data records by partition: neither RunOpened, RunClosed, RunAbandoned nor RunPublished. */
public class JournalCounts {

    private static final String DATA = " type not in ('RunOpened', 'RunClosed', 'RunAbandoned', 'RunPublished')";

    private static final String SINCE =
            "select partition, count(*) from passerelle.journal where seq > :no and" + DATA + " group by partition";

    private final JdbcClient jdbc;

    public JournalCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Since the beginning of the log: what was counted when a run before this one closed, and what came since, so that a night costs what
     * changed. {@code verify} counts all of it again.
     */
    public Map<Integer, Long> all(long runNo) {
        Optional<Long> last = jdbc.sql("select max(run_no) from passerelle.journal_total where run_no < :runNo")
                .param("runNo", runNo)
                .query(Long.class)
                .optional();
        if (last.isEmpty()) {
            return counts(SINCE, 0);
        }
        Map<Integer, Long> all =
                counts("select partition, records from passerelle.journal_total where run_no = :no", last.get());
        long counted = seq("select max(up_to) from passerelle.journal_total where run_no = :no", last.get());
        counts(SINCE, counted).forEach((partition, more) -> all.merge(partition, more, Long::sum));
        return all;
    }

    /** Keeps what a run found when it closed: its data is all in the journal, and nothing else writes to it. */
    public void keep(long runNo, Map<Integer, Long> all) {
        long head = head();
        all.forEach((partition, records) -> jdbc.sql(
                        "insert into passerelle.journal_total (run_no, partition, records, up_to) values (:runNo,"
                                + " :partition, :records, :upTo)")
                .param("runNo", runNo)
                .param("partition", partition)
                .param("records", records)
                .param("upTo", head)
                .update());
    }

    /** Written by a run. */
    public Map<Integer, Long> of(long runNo) {
        return counts(
                "select partition, count(*) from passerelle.journal where run_no = :no and" + DATA
                        + " group by partition",
                runNo);
    }

    /** Whether one came after a place of the journal. */
    public boolean hasAfter(long seq) {
        return jdbc.sql("select exists (select from passerelle.journal where seq > :seq and" + DATA + ")")
                .param("seq", seq)
                .query(Boolean.class)
                .single();
    }

    /** The last seq of all; 0 when the journal is empty. */
    public long head() {
        return new WholeJournal(jdbc).end();
    }

    /** The last seq that a run wrote; 0 when it wrote none. */
    public long headOf(long runNo) {
        return seq("select coalesce(max(seq), 0) from passerelle.journal where run_no = :no", runNo);
    }

    private long seq(String sql, long no) {
        return jdbc.sql(sql).param("no", no).query(Long.class).single();
    }

    private Map<Integer, Long> counts(String sql, long no) {
        Map<Integer, Long> counts = new TreeMap<>();
        RowCallbackHandler put = row -> counts.put(row.getInt(1), row.getLong(2));
        jdbc.sql(sql).param("no", no).query(put);
        return counts;
    }
}
