package fr.passerelle.batch.attendance;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which records each import said as they were already known. They cost the log nothing; without them no file could be taken back. */
final class Repeats {

    private static final String KEEP =
            "insert into passerelle.attendance_repeat (import_no, records) values (?, ?::int4multirange)";

    private final JdbcTemplate jdbc;

    Repeats(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Keeps those of a chunk, by import. */
    void keep(Map<Integer, RecordRanges> repeated) {
        repeated.forEach((importNo, records) -> jdbc.update(KEEP, importNo, records.text()));
    }
}
