package fr.passerelle.batch.room;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which rooms have attendance, that must follow them. */
final class RoomHistories {

    private static final String WITH_HISTORY = """
        select room from unnest(?::text[]) as asked (room)
        where exists (select from passerelle.attendance a where a.room_id = asked.room)\
        """;

    private final JdbcTemplate jdbc;

    RoomHistories(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Those of these rooms that have attendance. */
    Set<String> among(Collection<String> rooms) {
        return new HashSet<>(jdbc.queryForList(WITH_HISTORY, String.class, (Object) rooms.toArray(String[]::new)));
    }
}
