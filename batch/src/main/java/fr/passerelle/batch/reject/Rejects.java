package fr.passerelle.batch.reject;

import fr.passerelle.journal.CopyRows;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.reject.RejectedRow;
import java.util.List;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the rejects of one table, in the caller's transaction. */
public final class Rejects {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TARGET =
            "passerelle.reject (run_no, table_name, sha256, line, lines, ordinal, file_name, column_name, reason,"
                    + " message, cells)";
    private static final int COLUMNS = 11;

    private final DataSource dataSource;
    private final TableSchema schema;

    /**
     * @param dataSource whose transaction is the caller's
     * @param schema of the table that the rows were meant for
     */
    public Rejects(DataSource dataSource, TableSchema schema) {
        this.dataSource = dataSource;
        this.schema = schema;
    }

    /** Keeps the rejects of a run: at most one a row. */
    public void keep(long runNo, List<RejectedRow> rejects) {
        try (CopyRows rows = new CopyRows(dataSource, TARGET, COLUMNS)) {
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
}
