package fr.passerelle.batch.reject;

import fr.passerelle.journal.CopyRows;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Snapshot;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what was refused and what was corrected of the rows of one table, or meant for it, in the caller's transaction. The corrections are
 * those of the rows that were taken, changed or unchanged: an unchanged row still needed them, and whoever repairs the source wants them all.
 * A rejected row has none: its reject shows it whole.
 */
public record Rejects(DataSource dataSource, TableSchema schema) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REJECTS =
            "passerelle.reject (run_no, table_name, sha256, line, lines, ordinal, file_name, column_name, reason,"
                    + " message, cells)";
    private static final String CORRECTIONS =
            "passerelle.correction (run_no, table_name, file_name, sha256, line, ordinal, place, column_name, code,"
                    + " before, after)";
    private static final int COLUMNS = 11;
    private static final String NOTE =
            "insert into " + CORRECTIONS + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    /** Place of the first of those that are found later: no row has so many. */
    private static final int LATER = 1_000;

    /** Place of the first of what others make odd about a row. */
    private static final int ODD = 2_000;

    /** Keeps what is to be kept of the rows of a whole file, whose values are new or else unchanged; answers what became of its rows. */
    public <T> Counts keep(long runNo, Snapshot<T> file, BiPredicate<String, T> isNew) {
        keep(runNo, file.rejects());
        correct(runNo, file.corrected());
        long rows = file.values().size();
        long accepted = file.values().entrySet().stream()
                .filter(row -> isNew.test(row.getKey(), row.getValue()))
                .count();
        long refused = file.rejects().size();
        return new Counts(rows + refused + file.controls(), accepted, rows - accepted, refused, file.controls());
    }

    /** Keeps the rejects of a run: at most one a row. */
    public void keep(long runNo, List<RejectedRow> rejects) {
        try (CopyRows rows = new CopyRows(dataSource, REJECTS, COLUMNS)) {
            rejects.forEach(reject -> row(rows, runNo, reject));
            rows.end();
        }
    }

    private void row(CopyRows rows, long runNo, RejectedRow reject) {
        rows.row();
        rows.int8(runNo);
        rows.text(schema.name());
        rows.text(reject.sha256());
        rows.int8(reject.line());
        rows.int4(reject.lines());
        rows.int4(reject.ordinal());
        rows.text(reject.file());
        rows.text(reject.column());
        rows.text(reject.reason());
        rows.text(reject.message());
        rows.jsonb(JSON.writeValueAsString(reject.cells()));
    }

    /** Keeps the corrections of a run: at most one entry a row. */
    public void correct(long runNo, List<CorrectedRow> corrected) {
        copy(runNo, corrected, 0);
    }

    /** Keeps more corrections of rows that may have some. */
    public void correctMore(long runNo, List<CorrectedRow> corrected) {
        copy(runNo, corrected, LATER);
    }

    private void copy(long runNo, List<CorrectedRow> corrected, int first) {
        try (CopyRows rows = new CopyRows(dataSource, CORRECTIONS, COLUMNS)) {
            corrected.forEach(row -> cells(rows, runNo, row, first));
            rows.end();
        }
    }

    private void cells(CopyRows rows, long runNo, CorrectedRow row, int first) {
        for (int place = 0; place < row.cells().size(); place++) {
            CorrectedRow.CellCorrection cell = row.cells().get(place);
            rows.row();
            rows.int8(runNo);
            rows.text(schema.name());
            rows.text(row.file());
            rows.text(row.sha256());
            rows.int8(row.line());
            rows.int4(row.ordinal());
            rows.int4(first + place);
            rows.text(cell.column());
            rows.text(cell.code());
            rows.text(cell.before());
            rows.text(cell.after());
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
            new JdbcTemplate(dataSource).batchUpdate(NOTE, rows);
        }
    }
}
