package fr.passerelle.published.origin;

import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The registers that were ever imported. */
public final class Registers {

    private static final String SELECT = """
        select f.sha256, f.name, coalesce(sum(h.held), 0) as held, min(h.first) as first_month,
               max(h.last) as last_month, max(i.run_no) as imported_by, max(i.withdrawn_by) as withdrawn_by,
               bool_and(i.withdrawn_by is not null and i.withdrawal_done) as withdrawn
        from passerelle.file f
        join passerelle.file_import i on i.file_no = f.file_no
        left join (select s.import_no, sum(s.held) as held,
                          passerelle.month_text(min(m.month)) as first,
                          passerelle.month_text(max(m.month)) as last
                   from passerelle.attendance_said s join passerelle.attendance_month m on m.month_no = s.month_no
                   where s.held > 0 group by s.import_no) h on h.import_no = i.import_no
        where f.sha256 like :sha256 || '%' group by f.file_no order by max(i.import_no) desc\
        """;

    private final JdbcClient jdbc;

    /** Reads on this data source. */
    public Registers(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
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
        return jdbc.sql(SELECT)
                .param("sha256", hash.toLowerCase(Locale.ROOT))
                .query(new SimplePropertyRowMapper<>(Register.class))
                .list();
    }
}
