package fr.passerelle.batch.attendance;

import static fr.passerelle.batch.attendance.ImportedMonthTable.array;

import fr.passerelle.batch.attendance.ImportedMonth.Codec;
import fr.passerelle.batch.attendance.ImportedMonth.ImportedLine;
import fr.passerelle.batch.attendance.LineIdentity.LineId;
import fr.passerelle.batch.attendance.Verdicts.LineRefusal;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
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

    private static final String FILES = """
        select s.file, max(s.import_no) as import_no, count(*) as all, count(s.id) as ids,
               count(s.id) filter (where k.id is null) as fresh
        from passerelle.staged_line s left join passerelle.line_id k on k.id = s.id and k.register = s.register
        where s.line > 0 group by s.file order by s.file\
        """;
    private static final String ELSEWHERE = """
        select count(distinct (s.line, s.ordinal)), mode() within group (order by o.register)
        from passerelle.staged_line s
        join passerelle.line_id o on o.id = s.id and o.room_no = s.room_no and o.month = s.month and o.register <> s.register
        where s.file = :file and s.line > 0
          and not exists (select from passerelle.line_id k where k.id = s.id and k.register = s.register)
          and not exists (select from line_unbound u where u.id = o.id and u.register = o.register)\
        """;

    private static final String COMMON = """
        with given as (
            select room_no, month, count(*) as lines from passerelle.staged_line
            where file = :file and line > 0 group by room_no, month),
        known as (
            select distinct m.room_no, m.month from passerelle.attendance_said a
            join passerelle.file_import i on i.import_no = a.import_no and i.register = :register and i.numbered = :numbered
            join passerelle.attendance_month m on m.month_no = a.month_no
            where a.held > 0),
        common as (
            select room_no, month, row_number() over (order by room_no, month) as place, count(*) over () as months,
                   sum(lines) over () as lines
            from given join known using (room_no, month))
        select room_no, month, lines from common where place % (months / 1000 + 1) = 0\
        """;
    private static final String LINES = """
        select s.room_no, s.month, s.import_no, s.line, s.ordinal, s.value from passerelle.staged_line s
        join unnest(:rooms::int[], :months::int[]) as w (room_no, month) on w.room_no = s.room_no and w.month = s.month
        where s.file = :file and s.line > 0 order by s.room_no, s.month, s.line, s.ordinal\
        """;

    private static final String REFUSAL =
            "La plupart des lignes du fichier « %s » sont déjà connues, %s, dans le registre « %s » : elles"
                + " compteraient deux fois. Abandonnez l'exécution (« abandon »), puis écrivez « continue: %3$s » dans"
                + " son mapping%s, ou donnez le fichier à la place de l'ancien (« --replaces »).";

    /** Months whose lines are held together. */
    private static final int MONTHS = 200;

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    LineIds(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Settles the ids of the staged lines of these files, in a transaction of the caller's; a file mostly known otherwise is refused. */
    void settle(List<InputFile> files) {
        jdbc.sql("truncate passerelle.staged_verdict").update();
        jdbc.sql("create temp table if not exists line_unbound (id text, register text) on commit delete rows")
                .update();
        unbind();
        jdbc.sql("set local work_mem = '128MB'").update();
        jdbc.sql("set local enable_nestloop = off").update();
        jdbc.sql(SETTLE).update();
        requireContinuity(files);
    }

    /** Ids that only withdrawn imports say bind nobody to their room. */
    private void unbind() {
        DueMonths due = new DueMonths(dataSource);
        Set<Integer> leaving = due.leaving();
        if (leaving.isEmpty()) {
            return;
        }
        ImportedMonthTable table = new ImportedMonthTable(dataSource);
        List<MonthNo> months = due.withdrawn();
        for (int from = 0; from < months.size(); from += MONTHS) {
            table.said(months.subList(from, Math.min(from + MONTHS, months.size())), leaving, Map.of())
                    .values()
                    .forEach(this::unbind);
        }
    }

    private void unbind(MonthImports month) {
        Set<LineId> unbound = new HashSet<>(month.before().ids());
        month.withdraw();
        unbound.removeAll(month.now().ids());
        if (!unbound.isEmpty()) {
            jdbc.sql("insert into line_unbound select * from unnest(:ids::text[], :registers::text[])")
                    .param("ids", array(unbound, LineId::id, String[]::new))
                    .param("registers", array(unbound, LineId::register, String[]::new))
                    .update();
        }
    }

    /** An id that is known in a month. */
    record IdPlace(MonthNo month, LineId id) {}

    /** Writes down where lines are now: ids that months no longer have, unless they are elsewhere meanwhile, and those that they got. */
    void move(List<IdPlace> left, List<IdPlace> come) {
        write(FORGET, left);
        write(PUT, come);
    }

    private void write(String sql, List<IdPlace> all) {
        if (!all.isEmpty()) {
            jdbc.sql(sql)
                    .param("ids", array(all, at -> at.id().id(), String[]::new))
                    .param("registers", array(all, at -> at.id().register(), String[]::new))
                    .param("rooms", array(all, at -> at.month().room(), Integer[]::new))
                    .param("months", array(all, at -> at.month().month(), Integer[]::new))
                    .update();
        }
    }

    /** The lines of a file: all, those that have an id, and those whose id is not known in its register. */
    private record Lines(int file, int importNo, long all, long ids, long fresh) {

        boolean numbered() {
            return 2 * ids > all;
        }
    }

    /** What is known of a register: lines with ids, or without. */
    private record Kind(String register, boolean numbered) {}

    private record Elsewhere(long lines, @Nullable String register) {}

    /**
     * Refuses files of which most lines are known under another identity, since they would count twice: under the same id in another
     * register, or for the same period and activity of a room in a register that had no ids, or had some.
     */
    private void requireContinuity(List<InputFile> files) {
        Set<Kind> known = jdbc.sql("select distinct register, numbered from passerelle.file_import"
                        + " where numbered is not null and not withdrawal_done")
                .query(new SimplePropertyRowMapper<>(Kind.class))
                .set();
        for (Lines lines : jdbc.sql(FILES)
                .query(new SimplePropertyRowMapper<>(Lines.class))
                .list()) {
            InputFile file = files.get(lines.file());
            if (!file.mapping().resubmits()) {
                jdbc.sql("update passerelle.file_import set numbered = :numbered where import_no = :importNo")
                        .param("numbered", lines.numbered())
                        .param("importNo", lines.importNo())
                        .update();
                requireRegister(file, lines);
                requireIds(file, lines, known);
            }
        }
    }

    private void requireRegister(InputFile file, Lines lines) {
        if (2 * lines.fresh() > lines.ids()) {
            Elsewhere elsewhere = jdbc.sql(ELSEWHERE)
                    .param("file", lines.file())
                    .query((row, n) -> new Elsewhere(row.getLong(1), row.getString(2)))
                    .single();
            if (elsewhere.register() != null && 2 * elsewhere.lines() > lines.ids()) {
                throw refusal(
                        file, "sous les mêmes identifiants", elsewhere.register(), ", à la place de « registre »");
            }
        }
    }

    private void requireIds(InputFile file, Lines lines, Set<Kind> known) {
        Kind other = new Kind(file.mapping().recipe().register(), !lines.numbered());
        boolean mayBeKnown = known.contains(other) && (!lines.numbered() || 2 * lines.fresh() > lines.all());
        if (mayBeKnown && !file.mapping().recipe().continues() && 2 * counterparts(lines.file(), other) > lines.all()) {
            throw refusal(
                    file,
                    other.numbered() ? "sous des identifiants qu'il ne donne pas" : "sans identifiant",
                    other.register(),
                    ", ou « registre: NOM » si c'en est un autre");
        }
    }

    private static UnusableFile refusal(InputFile file, String how, String register, String remark) {
        return new UnusableFile(REFUSAL.formatted(file.name(), how, Mapping.registerName(register), remark));
    }

    /**
     * About how many lines of a staged file a register knows for the same room, period and activity, without an id where the file has
     * one, or with one where it has none. Only months of rooms of which both speak are looked at, and of many some thousand, evenly.
     */
    private long counterparts(int file, Kind other) {
        List<Common> common = jdbc.sql(COMMON)
                .param("file", file)
                .param("register", other.register())
                .param("numbered", other.numbered())
                .query((row, n) -> new Common(new MonthNo(row.getInt(1), row.getInt(2)), row.getLong(3)))
                .list();
        Map<MonthNo, List<ImportedLine>> lines =
                lines(file, common.stream().map(Common::month).toList());
        long looked = lines.values().stream().mapToLong(List::size).sum();
        return looked == 0
                ? 0
                : counterparts(lines, other.register()) * common.getFirst().lines() / looked;
    }

    private record Common(MonthNo month, long lines) {}

    private Map<MonthNo, List<ImportedLine>> lines(int file, List<MonthNo> months) {
        Codec codec = new Codec();
        Map<MonthNo, List<ImportedLine>> lines = new HashMap<>();
        RowCallbackHandler add = row -> lines.computeIfAbsent(
                        new MonthNo(row.getInt(1), row.getInt(2)), month -> new ArrayList<>())
                .add(new ImportedLine(row.getInt(3), row.getLong(4), row.getInt(5), codec.value(row.getBytes(6))));
        jdbc.sql(LINES)
                .param("rooms", array(months, MonthNo::room, Integer[]::new))
                .param("months", array(months, MonthNo::month, Integer[]::new))
                .param("file", file)
                .query(add);
        return lines;
    }

    private long counterparts(Map<MonthNo, List<ImportedLine>> lines, String register) {
        Map<MonthNo, MonthImports> known = new ImportedMonthTable(dataSource)
                .said(lines.keySet(), new DueMonths(dataSource).leaving(), new RegisterFiles(jdbc).continued());
        long count = 0;
        for (Map.Entry<MonthNo, MonthImports> month : known.entrySet()) {
            month.getValue().withdraw();
            List<ImportedLine> said = Objects.requireNonNull(lines.get(month.getKey()));
            ImportedMonth saying = new ImportedMonth(said.getFirst().importNo(), said, Map.of());
            count += month.getValue().now().counterparts(saying, register);
        }
        return count;
    }
}
