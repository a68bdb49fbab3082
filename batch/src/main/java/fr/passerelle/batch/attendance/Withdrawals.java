package fr.passerelle.batch.attendance;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes registers back: their imports are marked, and with them the months that they speak of; the fold makes those again from what the
 * others say. What is not made again yet is found from the marks, so that a restart, or the run after an abandoned one, ends it.
 */
public final class Withdrawals {

    private static final String MARK = """
        update passerelle.file_import i set withdrawn_by = ? from passerelle.file f
        where f.file_no = i.file_no and f.sha256 = any(?) and i.withdrawn_by is null and i.run_no <> ?\
        """;
    private static final String LEAVING =
            "select import_no from passerelle.file_import where withdrawn_by is not null and not withdrawal_done";

    private final JdbcTemplate jdbc;
    private final DueMonths due;

    /** Works in the caller's transactions on this data source. */
    public Withdrawals(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.due = new DueMonths(dataSource);
    }

    /** Marks all imports of these files but those of the run itself as withdrawn by it, and the months that they speak of. */
    public void mark(long runNo, Collection<String> sha256s) {
        if (jdbc.update(MARK, runNo, sha256s.toArray(String[]::new), runNo) > 0) {
            due.withdrawn(leaving());
        }
    }

    /** The imports that are withdrawn, and of which something may still be kept. */
    Set<Integer> leaving() {
        return new HashSet<>(jdbc.query(LEAVING, (row, n) -> row.getInt(1)));
    }

    /** Ends the withdrawals, once every month was made again. */
    void end() {
        Object leaving = leaving().toArray(Integer[]::new);
        jdbc.update("delete from passerelle.attendance_said where gone", new Object[0]);
        jdbc.update("delete from passerelle.attendance_repeat where import_no = any(?)", leaving);
        jdbc.update("update passerelle.file_import set withdrawal_done = true where import_no = any(?)", leaving);
    }
}
