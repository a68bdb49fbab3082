package fr.passerelle.published.reject;

import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.table.TraceColumns;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.form.Table.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rejects and corrections of a run, by table, source and line; read one after the other, however many there are. */
@Repository
public class RejectTable {

    private static final int FETCHED_AT_ONCE = 500;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, String>> CELLS = new TypeReference<>() {};
    private static final Map<String, List<String>> HEADERS =
            TableSchema.all().stream().collect(Collectors.toUnmodifiableMap(TableSchema::name, TableSchema::header));
    private static final String REJECTS =
            " from passerelle.reject r where r.run_no = :runNo and r.reason = coalesce(:reason::text, r.reason) and"
                + " (:all or not exists (select from passerelle.reject_resubmission s where (s.run_no, s.table_name,"
                + " s.file_name, s.line, s.ordinal) = (r.run_no, r.table_name, r.file_name, r.line, r.ordinal) and not"
                + " exists (select from passerelle.file_import i where i.run_no = s.by_run_no and i.withdrawn_by is"
                + " not null)))";
    private static final String CORRECTIONS =
            " from passerelle.correction c where c.run_no = :runNo and c.code = coalesce(:reason::text, c.code)";
    private static final String REJECT_GROUPS =
            "select r.reason as code, r.file_name as source, r.column_name as \"column\", r.message, count(*)" + REJECTS
                    + " group by r.reason, r.file_name, r.column_name, r.message order by count(*) desc, 1, 2, 3, 4";
    private static final String CORRECTION_GROUPS =
            "select c.code, c.file_name as source, c.column_name as \"column\", null as message, count(*)" + CORRECTIONS
                    + " group by c.code, c.file_name, c.column_name order by count(*) desc, 1, 2, 3";
    private static final String EACH_REJECT =
            "select r.*" + REJECTS + " order by r.table_name, r.file_name, r.line, r.ordinal limit :limit";
    private static final String EACH_CORRECTION = "select c.run_no, c.file_name as source, c.line, c.ordinal,"
            + " c.table_name as \"table\", c.column_name as \"column\", c.code, c.before, c.after" + CORRECTIONS
            + " order by c.table_name, c.file_name, c.line, c.ordinal, c.place limit :limit";
    private static final RowMapper<KeptCorrection> CORRECTION = new SimplePropertyRowMapper<>(KeptCorrection.class);

    private final JdbcClient jdbc;

    public RejectTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Rejects by reason, source, column and message, commonest first. */
    public List<RejectGroup> rejectGroups(Selection of) {
        return select(REJECT_GROUPS, of)
                .query(new SimplePropertyRowMapper<>(RejectGroup.class))
                .list();
    }

    /** Corrections by code, source and column, commonest first. */
    public List<RejectGroup> correctionGroups(Selection of) {
        return select(CORRECTION_GROUPS, of)
                .query(new SimplePropertyRowMapper<>(RejectGroup.class))
                .list();
    }

    /** How many rejects. */
    public long count(Selection of) {
        return select("select count(*)" + REJECTS, of).query(Long.class).single();
    }

    /** The codes of the reasons, sorted. */
    public List<String> reasons(Selection of) {
        return select("select distinct r.reason" + REJECTS + " order by r.reason", of)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Some rejects, by table, source and line. */
    public List<Reject> page(Selection of, int size, long offset) {
        return select(EACH_REJECT + " offset :offset", of)
                .param("limit", size)
                .param("offset", offset)
                .query((row, n) -> reject(row))
                .list();
    }

    /**
     * The columns of an export of rejects, of a reconstruction with a warning first: the trace, by which a corrected line finds its reject again,
     * then those that have to be corrected, the commonest first, then the others of the tables.
     */
    public List<Column<Reject>> columns(Selection of, boolean demonstration) {
        List<String> tables = select("select distinct r.table_name" + REJECTS, of)
                .query((row, n) -> row.getString(1))
                .list();
        List<String> atFault = rejectGroups(of).stream()
                .map(RejectGroup::column)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return columns(tables, atFault, demonstration);
    }

    static List<Column<Reject>> columns(List<String> tables, List<String> atFault, boolean demonstration) {
        Table.Layout<Reject, Reject> columns = Table.layout();
        if (demonstration) {
            columns.text(TraceColumns.WARNING, reject -> "reconstitution");
        }
        columns.text(TraceColumns.RUN, reject -> Run.idOf(reject.runNo()))
                .text(TraceColumns.SOURCE, Reject::source)
                .text(TraceColumns.LINE, Reject::line)
                .text(TraceColumns.ORDINAL, Reject::ordinal)
                .text(TraceColumns.TABLE, Reject::table)
                .text(TraceColumns.COLUMN, Reject::column)
                .text(TraceColumns.REASON, Reject::reason)
                .text(TraceColumns.MESSAGE, Reject::message)
                .text(TraceColumns.LINES, Reject::lines);
        List<String> all = TableSchema.all().stream()
                .filter(schema -> tables.contains(schema.name()))
                .flatMap(schema -> schema.header().stream())
                .toList();
        Stream.concat(atFault.stream().filter(all::contains), all.stream())
                .distinct()
                .forEach(name -> columns.text(name, reject -> reject.cells().get(name)));
        return columns.columns();
    }

    /** The rejects as a file for a spreadsheet, read while they are written, by a bean, in a transaction: corrected, it can be given back. */
    public static Table<Reject> rejects(RejectTable kept, Selection of, boolean demonstration) {
        return new Table<>(kept.columns(of, demonstration), each -> kept.eachReject(of, Long.MAX_VALUE, each::accept));
    }

    /** The corrections in the same way. */
    public static Table<KeptCorrection> corrections(RejectTable kept, Selection of, boolean demonstration) {
        Table.Layout<KeptCorrection, KeptCorrection> columns = Table.layout();
        if (demonstration) {
            columns.text("correction_avertissement", it -> "reconstitution");
        }
        return columns.text("correction_execution", it -> Run.idOf(it.runNo()))
                .text("correction_source", KeptCorrection::source)
                .text("correction_ligne", KeptCorrection::line)
                .text("correction_rang", KeptCorrection::ordinal)
                .text("correction_table", KeptCorrection::table)
                .text("correction_colonne", KeptCorrection::column)
                .text("correction_code", KeptCorrection::code)
                .text("avant", KeptCorrection::before)
                .text("apres", KeptCorrection::after)
                .of(each -> kept.eachCorrection(of, Long.MAX_VALUE, each::accept));
    }

    /** Hands each reject over, by table, source and line. In a transaction, so that they are fetched little by little. */
    @Transactional(readOnly = true)
    public void eachReject(Selection of, long limit, Consumer<Reject> each) {
        select(EACH_REJECT, of)
                .param("limit", limit)
                .withFetchSize(FETCHED_AT_ONCE)
                .query(row -> {
                    each.accept(reject(row));
                });
    }

    /** Hands each correction over, by table, source and line. */
    @Transactional(readOnly = true)
    public void eachCorrection(Selection of, long limit, Consumer<KeptCorrection> each) {
        select(EACH_CORRECTION, of)
                .param("limit", limit)
                .withFetchSize(FETCHED_AT_ONCE)
                .query(row -> {
                    each.accept(Objects.requireNonNull(CORRECTION.mapRow(row, row.getRow())));
                });
    }

    private JdbcClient.StatementSpec select(String sql, Selection of) {
        return jdbc.sql(sql)
                .param("runNo", of.runNo())
                .param("reason", of.reason())
                .param("all", of.all());
    }

    private static Reject reject(ResultSet row) throws SQLException {
        return new Reject(
                row.getLong("run_no"),
                row.getString("file_name"),
                row.getLong("line"),
                row.getInt("lines"),
                row.getInt("ordinal"),
                row.getString("table_name"),
                row.getString("column_name"),
                row.getString("reason"),
                row.getString("message"),
                cells(row));
    }

    /** In the order of the file's columns, which the database does not keep; what no column holds comes last. */
    private static Map<String, String> cells(ResultSet row) throws SQLException {
        Map<String, String> kept = JSON.readValue(row.getString("cells"), CELLS);
        Map<String, String> cells = new LinkedHashMap<>();
        HEADERS.getOrDefault(row.getString("table_name"), List.of()).stream()
                .filter(kept::containsKey)
                .forEach(column -> cells.put(column, kept.get(column)));
        kept.forEach(cells::putIfAbsent);
        return cells;
    }

    /** A correction as the database keeps it, both texts masked: its line is from 1, its place among the rows of that line from 0. */
    public record KeptCorrection(
            long runNo,
            String source,
            long line,
            int ordinal,
            String table,
            String column,
            String code,
            String before,
            String after) {}

    /** Rejects of one reason, or corrections of one code, in one source; no column: the whole row. Corrections have no message. */
    public record RejectGroup(
            String code,
            String source,
            @Nullable String column,
            @Nullable String message,
            long count) {}

    /** Which rejects or corrections are asked for: those of a code, null for any, and whether also the rejects that came back corrected. */
    public record Selection(long runNo, @Nullable String reason, boolean all) {}
}
