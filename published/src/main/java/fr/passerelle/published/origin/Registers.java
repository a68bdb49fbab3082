package fr.passerelle.published.origin;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The registers that were ever imported. */
public record Registers(JdbcClient jdbc) {

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
        where f.sha256 like :sha256 || '%' and f.sha256 like '%' || :part group by f.file_no order by max(i.import_no) desc\
        """;

    private static final int HASH = 64;
    private static final int SHORT = 12;

    /**
     * One of them.
     *
     * @param sha256 of its file; of a workbook of several sheets, {@code #2} behind it says which one
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
            boolean withdrawn) {

        /** How its hash is shown: twelve digits, and the sheet. */
        public String brief() {
            return brief(sha256);
        }

        /** The same of any. */
        public static String brief(String sha256) {
            return sha256.substring(0, SHORT) + sha256.substring(HASH);
        }
    }

    /** All, the last imported first. */
    public List<Register> all() {
        return beginning("");
    }

    /** Those whose hash begins so: hexadecimal digits; {@code #2} behind them for that sheet alone. */
    public List<Register> beginning(String hash) {
        int sheet = hash.indexOf('#');
        return jdbc.sql(SELECT)
                .param("sha256", (sheet < 0 ? hash : hash.substring(0, sheet)).toLowerCase(Locale.ROOT))
                .param("part", sheet < 0 ? "" : hash.substring(sheet))
                .query(new SimplePropertyRowMapper<>(Register.class))
                .list();
    }
}
