package fr.passerelle.batch.attendance;

import fr.passerelle.batch.reject.Rejects;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Row;
import fr.passerelle.sources.TableSource;
import fr.passerelle.sources.reject.RejectedRow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes rejects of the lines that others made refuse: their cells are read again in their files, masked as at reading. */
public final class RefusedRows {

    private static final int PAGE = 10_000;

    private final RefusedLines refused;
    private final Rejects rejects;
    private final Resubmissions resubmissions;
    private final List<InputFile> files;
    private final long runNo;

    /**
     * Works in the caller's transactions on this data source.
     *
     * @param files those of the run, in its order
     */
    public RefusedRows(DataSource dataSource, List<InputFile> files, long runNo) {
        this.refused = new RefusedLines(JdbcClient.create(dataSource));
        this.rejects = new Rejects(dataSource, TableSchema.frequentation());
        this.resubmissions = new Resubmissions(dataSource);
        this.files = List.copyOf(files);
        this.runNo = runNo;
    }

    /** Makes those of the next file; answers false when none was left. */
    public boolean next() {
        List<Integer> waiting = refused.files(runNo);
        if (waiting.isEmpty()) {
            return false;
        }
        int file = waiting.getFirst();
        InputFile from = files.get(file);
        reject(from, file);
        refused.forgetCorrections(runNo, file, from.name());
        resubmissions.refuse(runNo, file, from.name());
        refused.end(runNo, file);
        return true;
    }

    private void reject(InputFile from, int file) {
        List<RejectedRow> page = new ArrayList<>();
        try (TableSource source = TableSource.open(from, TableSchema.frequentation());
                Stream<RefusedLines.Line> lines = refused.of(runNo, file)) {
            Iterator<RefusedLines.Line> wanted = lines.iterator();
            RefusedLines.Line next = wanted.next();
            for (Row.RowOutcome outcome = source.next(); outcome != null && next != null; outcome = source.next()) {
                if (outcome instanceof Row.RowOutcome.Accepted(Row row) && next.isAt(row)) {
                    PeriodRule.Breach why = next.why().breach();
                    page.add(source.rejections().refuse(row, why.column(), why.reason(), why.message()));
                    next = wanted.hasNext() ? wanted.next() : null;
                }
                if (page.size() == PAGE) {
                    rejects.keep(runNo, page);
                    page.clear();
                }
            }
        }
        rejects.keep(runNo, page);
    }
}
