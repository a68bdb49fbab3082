package fr.passerelle.batch.attendance;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The months of rooms of which something changed and the log is not told yet. They are marked in the transaction that changes them and
 * leave in the one that tells them, so that a restart, or the run after an abandoned one, ends the work.
 */
public final class DueMonths {

    private static final String CHANGED = """
        insert into passerelle.month_due (room_id, month, moved, withdrawn)
        select room, month, false, false from unnest(?::text[], ?::date[]) as changed (room, month) on conflict do nothing\
        """;
    private static final String WITHDRAWN = """
        insert into passerelle.month_due (room_id, month, moved, withdrawn)
        select room, month, false, true from unnest(?::text[], ?::date[]) as changed (room, month)
        on conflict (room_id, month) do update set withdrawn = true\
        """;
    private static final String MARK_ROOMS = """
        insert into passerelle.month_due (room_id, month, moved, withdrawn)
        select distinct room_id, date_trunc('month', period_start)::date, true, false
        from passerelle.attendance where room_id = any(?)
        on conflict (room_id, month) do update set moved = true\
        """;
    private static final String NEXT = """
        select d.room_id, d.month, d.moved, d.withdrawn, r.epci
        from passerelle.month_due d left join passerelle.room r on r.room_id = d.room_id
        order by d.room_id, d.month limit ?\
        """;
    private static final String DONE = """
        delete from passerelle.month_due d using unnest(?::text[], ?::date[]) as told (room, month)
        where d.room_id = told.room and d.month = told.month\
        """;

    private final JdbcTemplate jdbc;

    /** Works in the caller's transactions on this data source. */
    public DueMonths(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * One of them.
     *
     * @param moved whether its room arrived in an EPCI
     * @param withdrawn whether a register that was taken back concerns it
     * @param epci EPCI of the room; null where it is not in the inventory, and the log is told nothing of it
     */
    record Due(
            MonthOfRoom of,
            boolean moved,
            boolean withdrawn,
            @Nullable String epci) {}

    /** Marks months in which an import changed something. */
    void changed(Collection<MonthOfRoom> months) {
        mark(CHANGED, months);
    }

    /** Marks months in which the withdrawal of a register changed something, if only who said it. */
    void withdrawn(Collection<MonthOfRoom> months) {
        mark(WITHDRAWN, months);
    }

    /** Marks all months of rooms that arrive in an EPCI: their history goes with them. */
    public void arrived(Collection<String> rooms) {
        jdbc.update(MARK_ROOMS, (Object) rooms.toArray(String[]::new));
    }

    /** The next ones, by room and month. */
    List<Due> next(int most) {
        return jdbc.query(
                NEXT,
                (row, n) -> new Due(
                        new MonthOfRoom(
                                row.getString(1), YearMonth.from(row.getDate(2).toLocalDate())),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getString(5)),
                most);
    }

    /** Ends these. */
    void told(Collection<MonthOfRoom> months) {
        jdbc.update(DONE, rooms(months), days(months));
    }

    static String[] rooms(Collection<MonthOfRoom> months) {
        return months.stream().map(MonthOfRoom::room).toArray(String[]::new);
    }

    /** First days, as PostgreSQL reads dates. */
    static String[] days(Collection<MonthOfRoom> months) {
        return months.stream().map(month -> month.month().atDay(1).toString()).toArray(String[]::new);
    }

    private void mark(String sql, Collection<MonthOfRoom> months) {
        if (!months.isEmpty()) {
            jdbc.update(sql, rooms(months), days(months));
        }
    }
}
