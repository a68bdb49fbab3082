package fr.passerelle.published.reject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rejects of runs. */
@Component
public class RejectTable {

    private static final int FETCHED_AT_ONCE = 500;
    private static final TypeReference<LinkedHashMap<String, String>> CELLS = new TypeReference<>() {};
    private static final String OF = " from passerelle.reject where run_no = ? and reason = coalesce(?::text, reason)";
    private static final String ORDER = " order by table_name, file_name, line, ordinal";

    private final JdbcTemplate jdbc;

    RejectTable(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(FETCHED_AT_ONCE);
    }

    public long count(long runNo, @Nullable String reason) {
        Long count = jdbc.queryForObject("select count(*)" + OF, Long.class, runNo, reason);
        return count == null ? 0 : count;
    }

    /** By reason, file and column, commonest first. */
    public List<RejectGroup> groups(long runNo, int most) {
        return jdbc.query(
                "select reason, file_name, column_name, message, count(*)" + OF
                        + " group by reason, file_name, column_name, message order by count(*) desc, 1, 2, 3, 4 limit"
                        + " ?",
                (row, n) -> new RejectGroup(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5)),
                runNo,
                null,
                most);
    }

    /** The codes of the reasons, sorted. */
    public List<String> reasons(long runNo) {
        return jdbc.query(
                "select distinct reason" + OF + " order by reason", (row, n) -> row.getString(1), runNo, null);
    }

    public List<String> tables(long runNo, @Nullable String reason) {
        return jdbc.query("select distinct table_name" + OF, (row, n) -> row.getString(1), runNo, reason);
    }

    public List<Reject> page(long runNo, @Nullable String reason, int size, long offset) {
        return jdbc.query(
                "select *" + OF + ORDER + " limit ? offset ?", (row, n) -> reject(row), runNo, reason, size, offset);
    }

    /** Hands each over, fetched little by little. */
    @Transactional(readOnly = true)
    public void each(long runNo, @Nullable String reason, Consumer<Reject> each) {
        jdbc.query("select *" + OF + ORDER, (RowCallbackHandler) row -> each.accept(reject(row)), runNo, reason);
    }

    private static Reject reject(ResultSet row) throws SQLException {
        return new Reject(
                row.getString("table_name"),
                row.getString("file_name"),
                row.getLong("line"),
                row.getInt("lines"),
                row.getInt("ordinal"),
                row.getString("column_name"),
                row.getString("reason"),
                row.getString("message"),
                JsonMapper.shared().readValue(row.getString("cells"), CELLS));
    }
}
