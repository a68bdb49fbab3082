package fr.passerelle.published.origin;

import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The registers that were ever imported. */
public final class Registers {

    private static final String SELECT = """
        select f.sha256, f.name, coalesce(sum(h.held), 0), min(h.first), max(h.last), max(i.run_no),
               max(i.withdrawn_by), bool_and(i.withdrawn_by is not null and i.withdrawal_done)
        from passerelle.file f
        join passerelle.file_import i on i.file_no = f.file_no
        left join (select s.import_no, sum(s.held) as held,
                          passerelle.month_text(min(m.month)) as first,
                          passerelle.month_text(max(m.month)) as last
                   from passerelle.attendance_said s join passerelle.attendance_month m on m.month_no = s.month_no
                   where s.held > 0 group by s.import_no) h on h.import_no = i.import_no
        where f.sha256 like ? || '%' group by f.file_no order by max(i.import_no) desc\
        """;

    private final JdbcTemplate jdbc;

    /** Reads on this data source. */
    public Registers(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * One of them.
     *
     * @param held records whose value comes from it, from 0: what it only repeats counts for the file that said it first
     * @param firstMonth in which one of these begins, YYYY-MM; null without
     * @param lastMonth in which one of these begins, YYYY-MM; null without
     * @param importedBy number of the last run that imported it
     * @param withdrawnBy number of the last run that withdrew it; null when none did
     * @param withdrawn whether nothing of it remains
     */
    public record Register(
            String sha256,
            String name,
            long held,
            @Nullable String firstMonth,
            @Nullable String lastMonth,
            long importedBy,
            @Nullable Long withdrawnBy,
            boolean withdrawn) {}

    /** All, the last imported first. */
    public List<Register> all() {
        return beginning("");
    }

    /** Those whose hash begins so; hexadecimal digits only. */
    public List<Register> beginning(String hash) {
        return jdbc.query(
                SELECT,
                (row, n) -> new Register(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getObject(7, Long.class),
                        row.getBoolean(8)),
                hash.toLowerCase(Locale.ROOT));
    }
}
