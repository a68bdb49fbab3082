package fr.passerelle.batch.attendance;

import static fr.passerelle.batch.attendance.ImportedMonthTable.array;

import fr.passerelle.batch.attendance.LineIdentity.LineId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Months of rooms that have to be folded although no file of the run may speak of them: the room arrived in an EPCI, a register is taken
 * back, a line went to another month. They are marked in the transaction that changes them and leave in the one that folds them, so that a
 * restart, or the run after an abandoned one, ends the work. Of a register that is taken back the imports are marked too, until the fold
 * has made all its months again from what the others say.
 */
public final class DueMonths {

    private static final String MARK_WITHDRAWN = """
        insert into passerelle.month_due (room_no, month, moved, withdrawn)
        select room_no, month, false, true from passerelle.attendance_month m
        where exists (select from passerelle.attendance_said s where s.month_no = m.month_no and s.import_no = any(:imports))
        on conflict (room_no, month) do update set withdrawn = true\
        """;
    private static final String WITHDRAW = """
        update passerelle.file_import i set withdrawn_by = :runNo from passerelle.file f
        where f.file_no = i.file_no and f.sha256 = any(:sha256s) and i.withdrawn_by is null and i.run_no <> :runNo\
        """;
    private static final String DEPART = """
        with departed as (
            insert into passerelle.line_departure (room_no, month, import_no, register, id, to_room, to_month)
            select * from unnest(:rooms::int[], :months::int[], :imports::int[], :registers::text[], :ids::text[],
                                 :toRooms::int[], :toMonths::int[])
            on conflict do nothing)
        insert into passerelle.month_due (room_no, month, moved, withdrawn)
        select room_no, month, false, false from unnest(:rooms::int[], :months::int[]) as w (room_no, month)
        on conflict (room_no, month) do nothing\
        """;
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

    /** Why a month is due: its room arrived in an EPCI, or a register that is taken back concerns it. */
    record Due(boolean moved, boolean withdrawn) {

        static final Due NOT = new Due(false, false);
    }

    /** A line that an import says of another month than this one. */
    record Departure(MonthNo from, int importNo, LineId id, MonthNo to) {}

    /** Marks all months of rooms that arrive in an EPCI: their history goes with them. */
    public void arrived(Collection<String> rooms) {
        jdbc.sql("""
            insert into passerelle.month_due (room_no, month, moved, withdrawn)
            select m.room_no, m.month, true, false from passerelle.attendance_month m
            join passerelle.room_number n on n.room_no = m.room_no where n.room_id = any(:rooms)
            on conflict (room_no, month) do update set moved = true\
            """).param("rooms", rooms.toArray(String[]::new)).update();
    }

    /** Takes registers back: marks all imports of these files but those of the run itself, and the months that they speak of. */
    public void withdraw(long runNo, Collection<String> sha256s) {
        int marked = jdbc.sql(WITHDRAW)
                .param("runNo", runNo)
                .param("sha256s", sha256s.toArray(String[]::new))
                .update();
        if (marked > 0) {
            jdbc.sql(MARK_WITHDRAWN)
                    .param("imports", leaving().toArray(Integer[]::new))
                    .update();
        }
    }

    /** The imports that are withdrawn, and of which something may still be kept. */
    Set<Integer> leaving() {
        return jdbc.sql("select import_no from passerelle.file_import where withdrawn_by is not null and not"
                        + " withdrawal_done")
                .query((row, n) -> row.getInt(1))
                .set();
    }

    /** Ends the withdrawals, once every month was made again. */
    void endWithdrawals() {
        Integer[] leaving = leaving().toArray(Integer[]::new);
        jdbc.sql("delete from passerelle.attendance_said where gone").update();
        jdbc.sql("delete from passerelle.attendance_repeat where import_no = any(:leaving)")
                .param("leaving", leaving)
                .update();
        jdbc.sql("update passerelle.file_import set withdrawal_done = true where import_no = any(:leaving)")
                .param("leaving", leaving)
                .update();
    }

    /** The months that withdrawn imports speak of and that are not made again yet. */
    List<MonthNo> withdrawn() {
        return jdbc.sql("select room_no, month from passerelle.month_due where withdrawn order by room_no, month")
                .query((row, n) -> new MonthNo(row.getInt(1), row.getInt(2)))
                .list();
    }

    /** Marks months that lose lines. */
    void departed(List<Departure> all) {
        if (!all.isEmpty()) {
            jdbc.sql(DEPART)
                    .param("rooms", array(all, one -> one.from().room(), Integer[]::new))
                    .param("months", array(all, one -> one.from().month(), Integer[]::new))
                    .param("imports", array(all, Departure::importNo, Integer[]::new))
                    .param("registers", array(all, one -> one.id().register(), String[]::new))
                    .param("ids", array(all, one -> one.id().id(), String[]::new))
                    .param("toRooms", array(all, one -> one.to().room(), Integer[]::new))
                    .param("toMonths", array(all, one -> one.to().month(), Integer[]::new))
                    .update();
        }
    }

    /** The next rooms that have some. */
    List<Integer> rooms(int most) {
        return jdbc.sql("select distinct room_no from passerelle.month_due order by room_no limit :limit")
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
