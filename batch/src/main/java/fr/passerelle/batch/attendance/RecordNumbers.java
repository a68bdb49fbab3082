package fr.passerelle.batch.attendance;

import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** Numbers of new records, each used once: a block of the database's sequence at a time. */
final class RecordNumbers {

    /** As the sequence's increment says. */
    private static final int BLOCK = 1_000;

    private final JdbcTemplate jdbc;
    private int next;
    private int end;

    RecordNumbers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    int next() {
        if (next == end) {
            next = Objects.requireNonNull(
                    jdbc.queryForObject("select nextval('passerelle.attendance_record_no')", Integer.class));
            end = next + BLOCK;
        }
        return next++;
    }
}
