package fr.passerelle.batch.attendance;

import static fr.passerelle.batch.attendance.MonthTable.array;

import fr.passerelle.batch.attendance.Verdicts.LineRefusal;
import fr.passerelle.batch.month.LineIdentity.LineId;
import fr.passerelle.batch.month.MonthNo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where the line of each id is, in the register that numbers it. In the region's own register an id stays with its room, since a second
 * register that is numbered from 1 would otherwise take the place of the first; in a register that a mapping names the line may move. Ids
 * are settled for all lines of a run in one sorted pass, in the order of files and lines.
 */
final class LineIds {

    /**
     * A file that gives an id twice, a row that comes back under the id of another line, and an id of the region's own register in another
     * room are refused; of what remains, a line that was in another month comes from there.
     */
    private static final String SETTLE = """
        with line as (
            select s.file, s.line, s.ordinal, s.import_no, s.room_no, s.month, s.register, s.id, k.room_no as known_room,
                   k.month as known_month, c.file is not null as corrects,
                   u.id is null as bound, row_number() over (partition by s.register, s.id, s.import_no order by s.line, s.ordinal) as rank,
                   first_value(s.room_no) over (partition by s.register, s.id order by s.import_no, s.line, s.ordinal) as first_room
            from passerelle.staged_line s
            left join passerelle.line_id k on k.id = s.id and k.register = s.register
            left join line_unbound u on u.id = s.id and u.register = s.register
            left join passerelle.staged_correction c on c.file = s.file and c.line = s.line and c.ordinal = s.ordinal
            where s.id is not null),
        judged as (
            select *, case
                when rank > 1 then '%1$s'
                when corrects and (room_no, month) <> (known_room, known_month) then '%1$s'
                when register = '' and room_no <> coalesce(case when bound then known_room end, first_room) then '%2$s'
                end as reason
            from line),
        placed as (
            select *,
                   coalesce(lag(room_no) over before, known_room) as from_room,
                   coalesce(lag(month) over before, known_month) as from_month
            from judged where reason is null
            window before as (partition by register, id order by import_no, line, ordinal))
        insert into passerelle.staged_verdict (file, line, ordinal, room_no, reason, from_room, from_month)
        select file, line, ordinal, room_no, reason, null::int, null::int from judged where reason is not null
        union all
        select file, line, ordinal, room_no, null, from_room, from_month from placed where (room_no, month) <> (from_room, from_month)\
        """.formatted(LineRefusal.SAME_ID.name(), LineRefusal.OTHER_ROOM.name());

    private static final String PUT = """
        insert into passerelle.line_id (id, register, room_no, month)
        select * from unnest(:ids::text[], :registers::text[], :rooms::int[], :months::int[])
        on conflict (id, register) do update set room_no = excluded.room_no, month = excluded.month\
        """;
    private static final String FORGET = """
        delete from passerelle.line_id k using unnest(:ids::text[], :registers::text[], :rooms::int[], :months::int[])
            as w (id, register, room_no, month)
        where k.id = w.id and k.register = w.register and k.room_no = w.room_no and k.month = w.month\
        """;

    private final JdbcClient jdbc;

    LineIds(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Begins, in the caller's transaction, in which all the rest must be. */
    void begin() {
        jdbc.sql("truncate passerelle.staged_verdict").update();
        jdbc.sql("create temp table if not exists line_unbound (id text, register text) on commit delete rows")
                .update();
    }

    /** Ids that bind nobody to their room. */
    void unbind(Set<LineId> unbound) {
        if (!unbound.isEmpty()) {
            jdbc.sql("insert into line_unbound select * from unnest(:ids::text[], :registers::text[])")
                    .param("ids", array(unbound, LineId::id, String[]::new))
                    .param("registers", array(unbound, LineId::register, String[]::new))
                    .update();
        }
    }

    /** Settles the ids of the staged lines. */
    void settle() {
        jdbc.sql("set local work_mem = '128MB'").update();
        jdbc.sql("set local enable_nestloop = off").update();
        jdbc.sql(SETTLE).update();
    }

    /** Writes down where lines are now, by what stood in months and what stands. */
    void move(Map<MonthNo, Set<LineId>> before, Map<MonthNo, Set<LineId>> now) {
        write(FORGET, difference(before, now));
        write(PUT, difference(now, before));
    }

    private record At(MonthNo month, LineId id) {}

    private static List<At> difference(Map<MonthNo, Set<LineId>> these, Map<MonthNo, Set<LineId>> others) {
        List<At> difference = new ArrayList<>();
        these.forEach((month, ids) -> {
            Set<LineId> known = others.getOrDefault(month, Set.of());
            ids.stream().filter(id -> !known.contains(id)).forEach(id -> difference.add(new At(month, id)));
        });
        return difference;
    }

    private void write(String sql, List<At> all) {
        if (!all.isEmpty()) {
            jdbc.sql(sql)
                    .param("ids", array(all, at -> at.id().id(), String[]::new))
                    .param("registers", array(all, at -> at.id().register(), String[]::new))
                    .param("rooms", array(all, at -> at.month().room(), Integer[]::new))
                    .param("months", array(all, at -> at.month().month(), Integer[]::new))
                    .update();
        }
    }
}
