package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.ImportedMonth.Codec;
import fr.passerelle.batch.attendance.MonthNo.LineMonths;
import fr.passerelle.batch.attendance.MonthUpdate.MonthTraits;
import fr.passerelle.journal.CopyRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What imports say of months of rooms, as the database keeps it: each import's lines once, in the caller's transactions. */
final class ImportedMonthTable {

    /** As the sequence's increment says. */
    private static final int BLOCK = 1_000;

    private static final String INSERT_MONTHS = """
        insert into passerelle.attendance_month (month_no, room_no, month, open_to, open_long_to, straddles, reach)
        select month_no, room_no, month, open_to::int4multirange, open_long_to::int4multirange, straddles, reach
        from unnest(:nos::int[], :rooms::int[], :months::int[], :openTos::text[], :openLongTos::text[],
                    :straddles::boolean[], :reaches::int[])
            as w (month_no, room_no, month, open_to, open_long_to, straddles, reach)\
        """;
    private static final String UPDATE_MONTHS = """
        update passerelle.attendance_month m
        set open_to = w.open_to::int4multirange, open_long_to = w.open_long_to::int4multirange, straddles = w.straddles,
            reach = w.reach
        from unnest(:nos::int[], :openTos::text[], :openLongTos::text[], :straddles::boolean[], :reaches::int[])
            as w (month_no, open_to, open_long_to, straddles, reach)
        where m.month_no = w.month_no\
        """;
    private static final String WANTED = " join unnest(:rooms::int[], :months::int[]) as w (room_no, month)"
            + " on w.room_no = m.room_no and w.month = m.month";
    private static final String MONTHS = """
        select m.room_no, m.month, m.month_no, m.open_to, m.open_long_to, m.straddles, m.reach, s.import_no, s.lines, s.held, s.gone
        from passerelle.attendance_month m%s left join passerelle.attendance_said s on s.month_no = m.month_no\
        """.formatted(WANTED);
    private static final String STRADDLED =
            "select distinct room_no from passerelle.attendance_month where straddles and room_no = any(:rooms)";
    private static final String SIZES = """
        select m.room_no, sum(s.held) from passerelle.attendance_month m
        join passerelle.attendance_said s on s.month_no = m.month_no
        where m.room_no in (select room_no from passerelle.attendance_month
                            where (straddles or reach > 0) and room_no = any(:rooms)
                            union select room_no from passerelle.month_due where room_no = any(:rooms))
        group by m.room_no\
        """;
    private static final String REACHING =
            "select room_no, month, reach from passerelle.attendance_month where reach > 0 and room_no = any(:rooms)";
    private static final String REPEATED = """
        select m.room_no, m.month, r.import_no from passerelle.attendance_month m%s
        join passerelle.attendance_repeat r on r.months @> m.month_no\
        """.formatted(WANTED);
    private static final String FORGET = """
        delete from passerelle.attendance_said s using unnest(:months::int[], :imports::int[]) as w (month_no, import_no)
        where s.month_no = w.month_no and s.import_no = w.import_no\
        """;
    private static final String LEAVE = """
        update passerelle.attendance_said s set gone = true, held = 0
        from unnest(:months::int[], :imports::int[]) as w (month_no, import_no)
        where s.month_no = w.month_no and s.import_no = w.import_no\
        """;
    private static final String HOLD = """
        update passerelle.attendance_said s set held = w.held
        from unnest(:months::int[], :imports::int[], :held::int[]) as w (month_no, import_no, held)
        where s.month_no = w.month_no and s.import_no = w.import_no\
        """;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private int next;
    private int end;
    private final Codec codec = new Codec();

    ImportedMonthTable(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
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

    /**
     * A month as it is kept, by its number, 0 where it has none yet: its traits, what imports say of it, what those that are being
     * withdrawn said of other months, and how many lines of each hold.
     */
    record Kept(
            int no,
            MonthTraits traits,
            Map<Integer, ImportedMonth> sayings,
            Map<Integer, ImportedMonth> gone,
            Map<Integer, Integer> held) {

        static final Kept NOTHING = new Kept(0, MonthTraits.NONE, Map.of(), Map.of(), Map.of());
    }

    /** Those of these months that are kept. */
    Map<MonthNo, Kept> months(Collection<MonthNo> months) {
        Map<MonthNo, Kept> kept = new HashMap<>();
        RowCallbackHandler add = row -> {
            MonthNo at = new MonthNo(row.getInt(1), row.getInt(2));
            Kept month = kept.get(at);
            if (month == null) {
                MonthTraits traits =
                        new MonthTraits(row.getString(4), row.getString(5), row.getBoolean(6), row.getInt(7));
                month = new Kept(row.getInt(3), traits, new TreeMap<>(), new TreeMap<>(), new HashMap<>());
                kept.put(at, month);
            }
            byte[] lines = row.getBytes(9);
            if (lines != null) {
                int importNo = row.getInt(8);
                ImportedMonth saying = codec.saying(importNo, lines);
                if (row.getBoolean(11)) {
                    month.gone().put(importNo, saying);
                } else {
                    month.sayings().put(importNo, saying);
                    month.held().put(importNo, row.getInt(10));
                }
            }
        };
        select(MONTHS, months).query(add);
        return kept;
    }

    /** All months that are kept of those rooms that have a period that may straddle others. */
    Set<MonthNo> straddled(Collection<Integer> rooms) {
        return ofRooms(
                ofRooms(STRADDLED, rooms).query((row, n) -> row.getInt(1)).list());
    }

    /** All months that are kept of rooms. */
    Set<MonthNo> ofRooms(Collection<Integer> rooms) {
        Set<MonthNo> months = new HashSet<>();
        RowCallbackHandler add = row -> months.add(new MonthNo(row.getInt(1), row.getInt(2)));
        if (!rooms.isEmpty()) {
            ofRooms("select room_no, month from passerelle.attendance_month where room_no = any(:rooms)", rooms)
                    .query(add);
        }
        return months;
    }

    /** Months of rooms in which lines begin that reach beyond them. */
    List<LineMonths> reaching(Collection<Integer> rooms) {
        return ofRooms(REACHING, rooms)
                .query((row, n) -> new LineMonths(row.getInt(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    /** Lines that hold of rooms of which more may have to be read than is told: by periods that straddle or reach on, or as they are due. */
    Map<Integer, Long> sizes(Collection<Integer> rooms) {
        Map<Integer, Long> sizes = new HashMap<>();
        RowCallbackHandler add = row -> sizes.put(row.getInt(1), row.getLong(2));
        if (!rooms.isEmpty()) {
            ofRooms(SIZES, rooms).query(add);
        }
        return sizes;
    }

    /** The imports that repeat these months. */
    Map<MonthNo, List<Integer>> repeats(Collection<MonthNo> months) {
        Map<MonthNo, List<Integer>> repeats = new HashMap<>();
        RowCallbackHandler add =
                row -> repeats.computeIfAbsent(new MonthNo(row.getInt(1), row.getInt(2)), month -> new ArrayList<>())
                        .add(row.getInt(3));
        select(REPEATED, months).query(add);
        return repeats;
    }

    /** What imports say of months; see {@link MonthImports}. */
    Map<MonthNo, MonthImports> said(Collection<MonthNo> months, Set<Integer> leaving, Map<Integer, String> continued) {
        Map<MonthNo, Kept> kept = months(months);
        Map<MonthNo, List<Integer>> repeats = repeats(months);
        return months.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        at -> new MonthImports(
                                kept.getOrDefault(at, Kept.NOTHING),
                                repeats.getOrDefault(at, List.of()),
                                leaving,
                                continued)));
    }

    /** Writes what became of months. */
    void write(Collection<MonthUpdate> updates) {
        writeMonths(updates);
        change(FORGET, updates, MonthUpdate::forgotten);
        change(LEAVE, updates, MonthUpdate::left);
        insert(updates);
        change(HOLD, updates, MonthUpdate::heldOtherwise);
        repeat(updates);
    }

    /** Writes down new months, and what became of others. */
    private void writeMonths(Collection<MonthUpdate> updates) {
        List<MonthUpdate> added =
                updates.stream().filter(update -> update.kept().no() == 0).toList();
        if (!added.isEmpty()) {
            traits(INSERT_MONTHS, added)
                    .param("rooms", array(added, update -> update.at().room(), Integer[]::new))
                    .param("months", array(added, update -> update.at().month(), Integer[]::new))
                    .update();
        }
        List<MonthUpdate> changed =
                updates.stream().filter(MonthUpdate::isOfOtherTraits).toList();
        if (!changed.isEmpty()) {
            traits(UPDATE_MONTHS, changed).update();
        }
    }

    private JdbcClient.StatementSpec traits(String sql, List<MonthUpdate> updates) {
        return jdbc.sql(sql)
                .param("nos", array(updates, MonthUpdate::no, Integer[]::new))
                .param("openTos", array(updates, update -> update.traits().openTo(), String[]::new))
                .param("openLongTos", array(updates, update -> update.traits().openLongTo(), String[]::new))
                .param("straddles", array(updates, update -> update.traits().straddles(), Boolean[]::new))
                .param("reaches", array(updates, update -> update.traits().reach(), Integer[]::new));
    }

    private record Change(int month, int importNo, int held) {}

    /** Writes what holds of imports; of what took lines to other months, who is withdrawn meanwhile still asks. */
    private void change(
            String sql, Collection<MonthUpdate> updates, Function<MonthUpdate, Collection<Integer>> imports) {
        List<Change> changes = new ArrayList<>();
        updates.forEach(update ->
                imports.apply(update).forEach(no -> changes.add(new Change(update.no(), no, update.held(no)))));
        if (!changes.isEmpty()) {
            jdbc.sql(sql)
                    .param("months", array(changes, Change::month, Integer[]::new))
                    .param("imports", array(changes, Change::importNo, Integer[]::new))
                    .param("held", array(changes, Change::held, Integer[]::new))
                    .update();
        }
    }

    private void insert(Collection<MonthUpdate> updates) {
        try (CopyRows rows =
                new CopyRows(dataSource, "passerelle.attendance_said (month_no, import_no, lines, held)", 4)) {
            for (MonthUpdate update : updates) {
                for (ImportedMonth saying : update.said().changed()) {
                    rows.row();
                    rows.int4(update.no());
                    rows.int4(saying.importNo());
                    rows.bytes(codec.encode(saying));
                    rows.int4(update.held(saying.importNo()));
                }
            }
            rows.end();
        }
    }

    private void repeat(Collection<MonthUpdate> updates) {
        Map<Integer, IntStream.Builder> repeats = new TreeMap<>();
        for (MonthUpdate update : updates) {
            for (int importNo : update.said().repeats()) {
                repeats.computeIfAbsent(importNo, no -> IntStream.builder()).add(update.no());
            }
        }
        repeats.forEach((importNo, months) -> jdbc.sql(
                        "insert into passerelle.attendance_repeat (import_no, months) values (:importNo,"
                                + " :months::int4multirange)")
                .param("importNo", importNo)
                .param("months", MonthTraits.ranges(months))
                .update());
    }

    private JdbcClient.StatementSpec select(String sql, Collection<MonthNo> months) {
        return jdbc.sql(sql)
                .param("rooms", array(months, MonthNo::room, Integer[]::new))
                .param("months", array(months, MonthNo::month, Integer[]::new));
    }

    private JdbcClient.StatementSpec ofRooms(String sql, Collection<Integer> rooms) {
        return jdbc.sql(sql).param("rooms", rooms.toArray(Integer[]::new));
    }

    /** A column of an {@code unnest}. */
    static <A, B> Object array(Collection<A> all, Function<A, B> part, IntFunction<B[]> made) {
        return all.stream().map(part).toArray(made);
    }
}
