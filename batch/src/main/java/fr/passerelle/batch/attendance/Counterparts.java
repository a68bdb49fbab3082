package fr.passerelle.batch.attendance;

import fr.passerelle.batch.month.ImportedLine;
import fr.passerelle.batch.month.ImportedMonth;
import fr.passerelle.batch.month.ImportedMonthCodec;
import fr.passerelle.batch.month.MonthNo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lines that a register knows for the same room, period and activity, without an id where a file has one, or with one where it has none.
 * Only months of rooms of which both speak are looked at, and of many some thousand, evenly.
 */
final class Counterparts {

    private static final String MONTHS = """
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

    private final JdbcClient jdbc;
    private final ImportedMonthTable table;
    private final Set<Integer> leaving;
    private final Map<Integer, String> continued;
    private final ImportedMonthCodec codec = new ImportedMonthCodec();

    Counterparts(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.table = new ImportedMonthTable(dataSource);
        this.leaving = new Withdrawals(dataSource).leaving();
        this.continued = new RegisterFiles(jdbc).continued();
    }

    private record Common(MonthNo month, long lines) {}

    /**
     * About how many lines of a staged file have one.
     *
     * @param file its place among those of the run
     * @param numbered whether the counterparts have ids
     */
    long count(int file, String register, boolean numbered) {
        List<Common> common = jdbc.sql(MONTHS)
                .param("file", file)
                .param("register", register)
                .param("numbered", numbered)
                .query((row, n) -> new Common(new MonthNo(row.getInt(1), row.getInt(2)), row.getLong(3)))
                .list();
        Map<MonthNo, List<ImportedLine>> lines =
                lines(file, common.stream().map(Common::month).toList());
        long looked = lines.values().stream().mapToLong(List::size).sum();
        return looked == 0 ? 0 : count(lines, register) * common.getFirst().lines() / looked;
    }

    private Map<MonthNo, List<ImportedLine>> lines(int file, List<MonthNo> months) {
        Map<MonthNo, List<ImportedLine>> lines = new HashMap<>();
        RowCallbackHandler add = row -> lines.computeIfAbsent(
                        new MonthNo(row.getInt(1), row.getInt(2)), month -> new ArrayList<>())
                .add(new ImportedLine(row.getInt(3), row.getLong(4), row.getInt(5), codec.value(row.getBytes(6))));
        jdbc.sql(LINES)
                .param("rooms", months.stream().map(MonthNo::room).toArray(Integer[]::new))
                .param("months", months.stream().map(MonthNo::month).toArray(Integer[]::new))
                .param("file", file)
                .query(add);
        return lines;
    }

    private long count(Map<MonthNo, List<ImportedLine>> lines, String register) {
        Map<MonthNo, ImportedMonthTable.Kept> kept = table.months(lines.keySet());
        Map<MonthNo, List<Integer>> repeats = table.repeats(lines.keySet());
        long count = 0;
        for (Map.Entry<MonthNo, List<ImportedLine>> month : lines.entrySet()) {
            ImportedMonthTable.Kept known = kept.getOrDefault(month.getKey(), ImportedMonthTable.Kept.NOTHING);
            MonthImports said = new MonthImports(
                    known.sayings(), known.gone(), repeats.getOrDefault(month.getKey(), List.of()), leaving, continued);
            said.withdraw();
            int importNo = month.getValue().getFirst().importNo();
            count += said.now().counterparts(new ImportedMonth(importNo, month.getValue(), Map.of()), register);
        }
        return count;
    }
}
