package fr.passerelle.batch.attendance;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes registers back: their imports are marked, and with them the months that they speak of; the fold makes those again from what the
 * others say. What is not made again yet is found from the marks, so that a restart, or the run after an abandoned one, ends it.
 */
public final class Withdrawals {

    private static final String MARK = """
        update passerelle.file_import i set withdrawn_by = :runNo from passerelle.file f
        where f.file_no = i.file_no and f.sha256 = any(:sha256s) and i.withdrawn_by is null and i.run_no <> :runNo\
        """;
    private static final String LEAVING =
            "select import_no from passerelle.file_import where withdrawn_by is not null and not withdrawal_done";

    private final JdbcClient jdbc;
    private final DueMonths due;

    /** Works in the caller's transactions on this data source. */
    public Withdrawals(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.due = new DueMonths(dataSource);
    }

    /** Marks all imports of these files but those of the run itself as withdrawn by it, and the months that they speak of. */
    public void mark(long runNo, Collection<String> sha256s) {
        int marked = jdbc.sql(MARK)
                .param("runNo", runNo)
                .param("sha256s", sha256s.toArray(String[]::new))
                .update();
        if (marked > 0) {
            due.withdrawn(leaving());
        }
    }

    /** The imports that are withdrawn, and of which something may still be kept. */
    Set<Integer> leaving() {
        return new HashSet<>(jdbc.sql(LEAVING).query((row, n) -> row.getInt(1)).list());
    }

    /** Ends the withdrawals, once every month was made again. */
    void end() {
        Integer[] leaving = leaving().toArray(Integer[]::new);
        jdbc.sql("delete from passerelle.attendance_said where gone").update();
        jdbc.sql("delete from passerelle.attendance_repeat where import_no = any(:leaving)")
                .param("leaving", leaving)
                .update();
        jdbc.sql("update passerelle.file_import set withdrawal_done = true where import_no = any(:leaving)")
                .param("leaving", leaving)
                .update();
    }
}
