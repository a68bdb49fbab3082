package fr.passerelle.batch.attendance;

import fr.passerelle.batch.month.LineId;
import fr.passerelle.batch.month.MonthNo;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Months of rooms that have to be folded although no file of the run may speak of them: the room arrived in an EPCI, a register is taken
 * back, a line went to another month. They are marked in the transaction that changes them and leave in the one that folds them, so that a
 * restart, or the run after an abandoned one, ends the work.
 */
public final class DueMonths {

    private static final String MARK_ROOMS = """
        insert into passerelle.month_due (room_no, month, moved, withdrawn)
        select m.room_no, m.month, true, false from passerelle.attendance_month m
        join passerelle.room_number n on n.room_no = m.room_no where n.room_id = any(:rooms)
        on conflict (room_no, month) do update set moved = true\
        """;
    private static final String MARK_WITHDRAWN = """
        insert into passerelle.month_due (room_no, month, moved, withdrawn)
        select room_no, month, false, true from passerelle.attendance_month m
        where exists (select from passerelle.attendance_said s where s.month_no = m.month_no and s.import_no = any(:imports))
        on conflict (room_no, month) do update set withdrawn = true\
        """;
    private static final String MARK_DEPARTURES = """
        insert into passerelle.month_due (room_no, month, moved, withdrawn)
        select room_no, month, false, false from unnest(:rooms::int[], :months::int[]) as w (room_no, month)
        on conflict (room_no, month) do nothing\
        """;
    private static final String KEEP_DEPARTURES = """
        insert into passerelle.line_departure (room_no, month, import_no, register, id, to_room, to_month)
        select * from unnest(:rooms::int[], :months::int[], :imports::int[], :registers::text[], :ids::text[],
                             :toRooms::int[], :toMonths::int[])
        on conflict do nothing\
        """;
    private static final String ROOMS =
            "select distinct room_no from passerelle.month_due order by room_no limit :limit";
    private static final String OF_ROOMS =
            "select room_no, month, moved, withdrawn from passerelle.month_due where room_no = any(:rooms)";
    private static final String DEPARTURES =
            "select room_no, month, import_no, register, id, to_room, to_month from passerelle.line_departure where"
                    + " room_no = any(:rooms)";

    private final JdbcClient jdbc;

    /** Works in the caller's transactions on this data source. */
    public DueMonths(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Why a month is due.
     *
     * @param moved whether its room arrived in an EPCI
     * @param withdrawn whether a register that is taken back concerns it
     */
    record Due(boolean moved, boolean withdrawn) {

        static final Due NOT = new Due(false, false);
    }

    /** A line that an import says of another month than this one. */
    record Departure(MonthNo from, int importNo, LineId id, MonthNo to) {}

    /** Marks all months of rooms that arrive in an EPCI: their history goes with them. */
    public void arrived(Collection<String> rooms) {
        jdbc.sql(MARK_ROOMS).param("rooms", rooms.toArray(String[]::new)).update();
    }

    /** Marks the months of which imports that are withdrawn say something. */
    void withdrawn(Collection<Integer> imports) {
        jdbc.sql(MARK_WITHDRAWN)
                .param("imports", imports.toArray(Integer[]::new))
                .update();
    }

    /** The months that withdrawn imports speak of and that are not made again yet. */
    List<MonthNo> withdrawn() {
        return jdbc.sql("select room_no, month from passerelle.month_due where withdrawn order by room_no, month")
                .query((row, n) -> new MonthNo(row.getInt(1), row.getInt(2)))
                .list();
    }

    /** Marks months that lose lines. */
    void departed(Collection<Departure> departures) {
        if (!departures.isEmpty()) {
            List<Departure> all = List.copyOf(departures);
            Integer[] rooms = all.stream().map(one -> one.from().room()).toArray(Integer[]::new);
            Integer[] months = all.stream().map(one -> one.from().month()).toArray(Integer[]::new);
            jdbc.sql(KEEP_DEPARTURES)
                    .param("rooms", rooms)
                    .param("months", months)
                    .param("imports", all.stream().map(Departure::importNo).toArray(Integer[]::new))
                    .param(
                            "registers",
                            all.stream().map(one -> one.id().register()).toArray(String[]::new))
                    .param("ids", all.stream().map(one -> one.id().id()).toArray(String[]::new))
                    .param("toRooms", all.stream().map(one -> one.to().room()).toArray(Integer[]::new))
                    .param("toMonths", all.stream().map(one -> one.to().month()).toArray(Integer[]::new))
                    .update();
            jdbc.sql(MARK_DEPARTURES)
                    .param("rooms", rooms)
                    .param("months", months)
                    .update();
        }
    }

    /** The next rooms that have some. */
    List<Integer> rooms(int most) {
        return jdbc.sql(ROOMS)
                .param("limit", most)
                .query((row, n) -> row.getInt(1))
                .list();
    }

    /** Those of these rooms. */
    Map<MonthNo, Due> of(Collection<Integer> rooms) {
        Map<MonthNo, Due> due = new HashMap<>();
        RowCallbackHandler add = row ->
                due.put(new MonthNo(row.getInt(1), row.getInt(2)), new Due(row.getBoolean(3), row.getBoolean(4)));
        statement(OF_ROOMS, rooms).query(add);
        return due;
    }

    /** Lines that these rooms lose: by month and import. */
    Map<MonthNo, Map<Integer, Map<LineId, MonthNo>>> departures(Collection<Integer> rooms) {
        Map<MonthNo, Map<Integer, Map<LineId, MonthNo>>> departures = new HashMap<>();
        RowCallbackHandler add = row -> departures
                .computeIfAbsent(new MonthNo(row.getInt(1), row.getInt(2)), month -> new HashMap<>())
                .computeIfAbsent(row.getInt(3), importNo -> new HashMap<>())
                .put(new LineId(row.getString(4), row.getString(5)), new MonthNo(row.getInt(6), row.getInt(7)));
        statement(DEPARTURES, rooms).query(add);
        return departures;
    }

    /** Ends those of these rooms. */
    void folded(Collection<Integer> rooms) {
        statement("delete from passerelle.line_departure where room_no = any(:rooms)", rooms)
                .update();
        statement("delete from passerelle.month_due where room_no = any(:rooms)", rooms)
                .update();
    }

    private JdbcClient.StatementSpec statement(String sql, Collection<Integer> rooms) {
        return jdbc.sql(sql).param("rooms", rooms.toArray(Integer[]::new));
    }
}
