package fr.passerelle.batch.reject;

import fr.passerelle.published.run.Counts;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Snapshot;
import javax.sql.DataSource;

/** What is kept of the rows of a whole file, in the caller's transaction: its rejects, its corrections, and how many there were. */
public final class SnapshotRows {

    private final Rejects rejects;
    private final Corrections corrections;

    /**
     * @param dataSource whose transaction is the caller's
     * @param schema of the table that the rows were meant for
     */
    public SnapshotRows(DataSource dataSource, TableSchema schema) {
        this.rejects = new Rejects(dataSource, schema);
        this.corrections = new Corrections(dataSource, schema);
    }

    /**
     * Keeps them.
     *
     * @param accepted rows that are new or different; the other values are unchanged
     */
    public Counts keep(long runNo, Snapshot<?> file, long accepted) {
        rejects.keep(runNo, file.rejects());
        corrections.keep(runNo, file.corrected());
        long rows = file.values().size();
        long refused = file.rejects().size();
        return new Counts(rows + refused + file.controls(), accepted, rows - accepted, refused, file.controls());
    }
}
