package fr.passerelle.batch.attendance;

import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The registers that were ever imported. */
public final class Registers {

    private static final String SELECT = """
        select f.sha256, f.name, coalesce(sum(h.held), 0), min(h.first), max(h.last), max(i.run_no),
               max(i.withdrawn_by), bool_and(i.withdrawn_by is not null and i.withdrawal_done), bool_and(i.repeats_known)
        from passerelle.file f
        join passerelle.file_import i on i.file_no = f.file_no
        left join (select import_no, count(*) as held, to_char(min(period_start), 'YYYY-MM') as first,
                          to_char(max(period_end), 'YYYY-MM') as last
                   from passerelle.attendance group by import_no) h on h.import_no = i.import_no
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
     * @param firstMonth of these, YYYY-MM; null without
     * @param lastMonth of these, YYYY-MM; null without
     * @param importedBy number of the last run that imported it
     * @param withdrawnBy number of the last run that withdrew it; null when none did
     * @param withdrawn whether nothing of it remains
     * @param withdrawable false when it was imported before it was kept what files repeat: taking it back could take away what another says
     */
    public record Register(
            String sha256,
            String name,
            long held,
            @Nullable String firstMonth,
            @Nullable String lastMonth,
            long importedBy,
            @Nullable Long withdrawnBy,
            boolean withdrawn,
            boolean withdrawable) {}

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
                        row.getBoolean(8),
                        row.getBoolean(9)),
                hash.toLowerCase(Locale.ROOT));
    }
}
