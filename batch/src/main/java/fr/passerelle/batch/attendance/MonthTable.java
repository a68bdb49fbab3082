package fr.passerelle.batch.attendance;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The months of rooms of which something was said, and what is asked of them without reading their lines. */
final class MonthTable {

    /** As the sequence's increment says. */
    private static final int BLOCK = 1_000;

    private static final String INSERT = """
        insert into passerelle.attendance_month (month_no, room_no, month, open_to, open_long_to, straddles, reach)
        select month_no, room_no, month, open_to::int4multirange, open_long_to::int4multirange, straddles, reach
        from unnest(:nos::int[], :rooms::int[], :months::int[], :openTos::text[], :openLongTos::text[],
                    :straddles::boolean[], :reaches::int[])
            as w (month_no, room_no, month, open_to, open_long_to, straddles, reach)\
        """;
    private static final String UPDATE = """
        update passerelle.attendance_month m
        set open_to = w.open_to::int4multirange, open_long_to = w.open_long_to::int4multirange, straddles = w.straddles,
            reach = w.reach
        from unnest(:nos::int[], :openTos::text[], :openLongTos::text[], :straddles::boolean[], :reaches::int[])
            as w (month_no, open_to, open_long_to, straddles, reach)
        where m.month_no = w.month_no\
        """;

    private final JdbcClient jdbc;
    private int next;
    private int end;

    /** Works in the caller's transactions. */
    MonthTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down new months, and what became of others. */
    void write(Collection<MonthUpdate> updates) {
        insert(updates);
        update(updates);
    }

    private void insert(Collection<MonthUpdate> updates) {
        List<MonthUpdate> added =
                updates.stream().filter(update -> update.kept().no() == 0).toList();
        if (!added.isEmpty()) {
            jdbc.sql(INSERT)
                    .param("nos", array(added, MonthUpdate::no, Integer[]::new))
                    .param("rooms", array(added, update -> update.at().room(), Integer[]::new))
                    .param("months", array(added, update -> update.at().month(), Integer[]::new))
                    .param("openTos", array(added, update -> update.traits().openTo(), String[]::new))
                    .param("openLongTos", array(added, update -> update.traits().openLongTo(), String[]::new))
                    .param("straddles", array(added, update -> update.traits().straddles(), Boolean[]::new))
                    .param("reaches", array(added, update -> update.traits().reach(), Integer[]::new))
                    .update();
        }
    }

    private void update(Collection<MonthUpdate> updates) {
        List<MonthUpdate> changed = updates.stream()
                .filter(update -> update.kept().no() != 0
                        && !update.traits().equals(update.kept().traits()))
                .toList();
        if (!changed.isEmpty()) {
            jdbc.sql(UPDATE)
                    .param("nos", array(changed, MonthUpdate::no, Integer[]::new))
                    .param("openTos", array(changed, update -> update.traits().openTo(), String[]::new))
                    .param(
                            "openLongTos",
                            array(changed, update -> update.traits().openLongTo(), String[]::new))
                    .param("straddles", array(changed, update -> update.traits().straddles(), Boolean[]::new))
                    .param("reaches", array(changed, update -> update.traits().reach(), Integer[]::new))
                    .update();
        }
    }

    /** A number that no month ever had. */
    int nextNo() {
        if (next == end) {
            next = jdbc.sql("select nextval('passerelle.attendance_month_no')")
                    .query(Integer.class)
                    .single();
            end = next + BLOCK;
        }
        return next++;
    }

    private static <A, B> Object array(Collection<A> all, Function<A, B> part, IntFunction<B[]> made) {
        return all.stream().map(part).toArray(made);
    }
}
