package fr.passerelle.batch.attendance;

import static fr.passerelle.batch.attendance.MonthTable.array;

import fr.passerelle.batch.month.ImportedMonth;
import fr.passerelle.batch.month.ImportedMonth.Codec;
import fr.passerelle.batch.month.ImportedMonth.ImportedLine;
import fr.passerelle.batch.month.MonthNo;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.ArrayList;
import java.util.HashMap;
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
 * Refuses files of which most lines are known under another identity, since they would count twice: under the same id in another
 * register, or for the same period and activity of a room in a register that had no ids, or had some.
 */
final class Continuity {

    private static final String FILES = """
        select s.file, max(s.import_no) as import_no, count(*) as all, count(s.id) as ids,
               count(s.id) filter (where k.id is null) as fresh
        from passerelle.staged_line s left join passerelle.line_id k on k.id = s.id and k.register = s.register
        where s.line > 0 group by s.file order by s.file\
        """;
    private static final String NUMBERED =
            "update passerelle.file_import set numbered = :numbered where import_no = :importNo";
    private static final String KINDS = "select distinct register, numbered from passerelle.file_import"
            + " where numbered is not null and not withdrawal_done";
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

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    Continuity(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * The lines of a file.
     *
     * @param ids those that have one
     * @param fresh those whose id is not known in its register
     */
    private record Lines(int file, int importNo, long all, long ids, long fresh) {

        boolean numbered() {
            return 2 * ids > all;
        }
    }

    /** What is known of a register: lines with ids, or without. */
    private record Kind(String register, boolean numbered) {}

    private record Elsewhere(long lines, @Nullable String register) {}

    /**
     * Looks at the staged lines, once their ids are settled, in the same transaction.
     *
     * @throws UnusableFile when most lines of a file are known under another identity
     */
    void require(List<InputFile> files) {
        Set<Kind> known =
                jdbc.sql(KINDS).query(new SimplePropertyRowMapper<>(Kind.class)).set();
        for (Lines lines : jdbc.sql(FILES)
                .query(new SimplePropertyRowMapper<>(Lines.class))
                .list()) {
            InputFile file = files.get(lines.file());
            if (!file.mapping().resubmits()) {
                jdbc.sql(NUMBERED)
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
        Kind other = new Kind(file.mapping().register(), !lines.numbered());
        boolean mayBeKnown = known.contains(other) && (!lines.numbered() || 2 * lines.fresh() > lines.all());
        if (mayBeKnown && !file.mapping().continues() && 2 * counterparts(lines.file(), other) > lines.all()) {
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
     * About how many lines of a staged file a register knows for the same room, period and activity, without an id where the file has one,
     * or with one where it has none. Only months of rooms of which both speak are looked at, and of many some thousand, evenly.
     *
     * @param file its place among those of the run
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
