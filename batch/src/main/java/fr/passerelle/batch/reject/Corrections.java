package fr.passerelle.batch.reject;

import fr.passerelle.journal.CopyRows;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.reject.CorrectedRow;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the corrections of one table, in the caller's transaction. They are those of the rows that
 * were taken, changed or unchanged: an unchanged row still needed them, and whoever repairs the source wants them all. A rejected row has
 * none: its reject shows it whole.
 */
public final class Corrections {

    private static final String TARGET =
            "passerelle.correction (run_no, table_name, file_name, sha256, line, ordinal, place, column_name, code,"
                    + " before, after)";
    private static final int COLUMNS = 11;

    /** Place of the first of those that are found later: no row has so many. */
    private static final int LATER = 1_000;

    /** Place of the first of what others make odd about a row. */
    private static final int ODD = 2_000;

    private static final String NOTE = """
        insert into passerelle.correction (run_no, table_name, file_name, sha256, line, ordinal, place, column_name, code, before, after)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
        """;

    private final DataSource dataSource;
    private final TableSchema schema;
    private final JdbcTemplate jdbc;

    /**
     * @param dataSource whose transaction is the caller's
     * @param schema of the table that the rows are of
     */
    public Corrections(DataSource dataSource, TableSchema schema) {
        this.dataSource = dataSource;
        this.schema = schema;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Keeps the corrections of a run: at most one entry a row. */
    public void keep(long runNo, List<CorrectedRow> corrected) {
        try (CopyRows rows = new CopyRows(dataSource, TARGET, COLUMNS)) {
            corrected.forEach(row -> cells(rows, runNo, row, 0));
            rows.end();
        }
    }

    /** Keeps more corrections of rows that may have some. */
    public void add(long runNo, List<CorrectedRow> corrected) {
        try (CopyRows rows = new CopyRows(dataSource, TARGET, COLUMNS)) {
            corrected.forEach(row -> cells(rows, runNo, row, LATER));
            rows.end();
        }
    }

    /** Keeps what other rows make odd about some, which may be found again. */
    public void note(long runNo, List<CorrectedRow> odd) {
        List<Object[]> rows = new ArrayList<>();
        for (CorrectedRow row : odd) {
            for (int place = 0; place < row.cells().size(); place++) {
                CorrectedRow.CellCorrection cell = row.cells().get(place);
                rows.add(new Object[] {
                    runNo,
                    schema.name(),
                    row.file(),
                    row.sha256(),
                    row.line(),
                    row.ordinal(),
                    ODD + place,
                    cell.column(),
                    cell.code(),
                    cell.before(),
                    cell.after()
                });
            }
        }
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(NOTE, rows);
        }
    }

    private void cells(CopyRows rows, long runNo, CorrectedRow row, int first) {
        for (int place = 0; place < row.cells().size(); place++) {
            rows.row();
            rows.int8(runNo);
            rows.text(schema.name());
            rows.text(row.file());
            rows.text(row.sha256());
            rows.int8(row.line());
            rows.int4(row.ordinal());
            rows.int4(first + place);
            cell(rows, row.cells().get(place));
        }
    }

    private static void cell(CopyRows rows, CorrectedRow.CellCorrection cell) {
        rows.text(cell.column());
        rows.text(cell.code());
        rows.text(cell.before());
        rows.text(cell.after());
    }
}
