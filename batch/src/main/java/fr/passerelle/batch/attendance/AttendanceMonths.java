package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.ImportedMonth.ImportedLine;
import fr.passerelle.schemas.event.MonthReported;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The months that the state makes of what imports say, for whoever holds them against what the log was told. */
public final class AttendanceMonths {

    private static final int ROOMS = 5;

    private final JdbcClient jdbc;
    private final ImportedMonthTable table;
    private final DueMonths due;
    private final RegisterFiles registers;

    /** Reads on this data source. */
    public AttendanceMonths(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.table = new ImportedMonthTable(dataSource);
        this.due = new DueMonths(dataSource);
        this.registers = new RegisterFiles(jdbc);
    }

    /** Each month of the rooms of the inventory of which something holds, by number of the room, bare; due ones left out. */
    public void each(Consumer<MonthReported> reader) {
        List<Integer> rooms = rooms(0);
        while (!rooms.isEmpty()) {
            read(rooms, reader);
            rooms = rooms(rooms.getLast());
        }
    }

    /** A room, and its EPCI; null where it is not in the inventory. */
    record Place(String id, @Nullable String epci) {}

    /** The rooms of these numbers. */
    static Map<Integer, Place> places(JdbcClient jdbc, Collection<Integer> numbers) {
        Map<Integer, Place> places = new HashMap<>();
        RowCallbackHandler add = row -> places.put(row.getInt(1), new Place(row.getString(2), row.getString(3)));
        jdbc.sql("""
            select n.room_no, n.room_id, r.epci from passerelle.room_number n
            left join passerelle.room r on r.room_id = n.room_id where n.room_no = any(:numbers)\
            """).param("numbers", numbers.toArray(Integer[]::new)).query(add);
        return places;
    }

    private List<Integer> rooms(int after) {
        return jdbc.sql("""
            select n.room_no from passerelle.room_number n join passerelle.room r on r.room_id = n.room_id
            where n.room_no > :after order by n.room_no limit :limit\
            """)
                .param("after", after)
                .param("limit", ROOMS)
                .query((row, n) -> row.getInt(1))
                .list();
    }

    private void read(List<Integer> rooms, Consumer<MonthReported> reader) {
        Map<Integer, Place> places = places(jdbc, rooms);
        Map<MonthNo, DueMonths.Due> dues = due.of(rooms);
        Map<Integer, Map<Integer, CurrentLines>> standing = new TreeMap<>();
        table.months(table.ofRooms(rooms))
                .forEach((at, kept) -> standing.computeIfAbsent(at.room(), room -> new TreeMap<>())
                        .put(at.month(), CurrentLines.of(kept.sayings().values(), registers.continued())));
        standing.forEach((room, months) -> {
            List<ImportedLine> all = new ArrayList<>();
            months.values().forEach(month -> all.addAll(month.lines()));
            Verdicts verdicts =
                    Verdicts.of(all, importNo -> registers.source(importNo).adds());
            months.forEach((month, lines) -> {
                List<ImportedLine> holding = lines.lines().stream()
                        .filter(said -> verdicts.of(said) == null)
                        .toList();
                if (!holding.isEmpty() && !dues.containsKey(new MonthNo(room, month))) {
                    String id = Objects.requireNonNull(places.get(room)).id();
                    reader.accept(MonthLines.of(holding, registers::sha256).month(id, month));
                }
            });
        });
    }
}
