package fr.passerelle.batch.attendance;

import static fr.passerelle.batch.attendance.ImportedMonthTable.array;

import fr.passerelle.batch.attendance.StagedLines.StagedLine;
import fr.passerelle.batch.attendance.Verdicts.LineRefusal;
import fr.passerelle.batch.reject.Rejects;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Row;
import fr.passerelle.sources.TableSource;
import fr.passerelle.sources.reject.RejectedRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes rejects of lines that others made refuse, and that wait in a table until their cells are read again and masked. */
public final class RefusedRows {

    private static final int PAGE = 10_000;

    private static final String KEEP = """
        insert into passerelle.refused_line (run_no, file, line, ordinal, reason)
        select :runNo, w.* from unnest(:files::int[], :lines::bigint[], :ordinals::int[], :reasons::text[]) as w
        on conflict (run_no, file, line, ordinal) do nothing\
        """;

    private final JdbcClient jdbc;
    private final Rejects rejects;
    private final Resubmissions resubmissions;
    private final List<InputFile> files;
    private final long runNo;

    /** Works in the caller's transactions on this data source, on the files of a run in its order. */
    public RefusedRows(DataSource dataSource, List<InputFile> files, long runNo) {
        this.jdbc = JdbcClient.create(dataSource);
        this.rejects = new Rejects(dataSource, TableSchema.FREQUENTATION);
        this.resubmissions = new Resubmissions(dataSource);
        this.files = List.copyOf(files);
        this.runNo = runNo;
    }

    /** One that waits. */
    private record WaitingLine(long line, int ordinal, LineRefusal why) {

        boolean isAt(Row row) {
            return row.line() == line && row.ordinal() == ordinal;
        }
    }

    /** Lets staged lines wait that others made refuse. */
    static void keep(JdbcClient jdbc, long runNo, Map<StagedLine.Place, LineRefusal> refused) {
        if (!refused.isEmpty()) {
            Collection<StagedLine.Place> places = refused.keySet();
            jdbc.sql(KEEP)
                    .param("runNo", runNo)
                    .param("files", array(places, StagedLine.Place::file, Integer[]::new))
                    .param("lines", array(places, StagedLine.Place::line, Long[]::new))
                    .param("ordinals", array(places, StagedLine.Place::ordinal, Integer[]::new))
                    .param("reasons", array(refused.values(), LineRefusal::name, String[]::new))
                    .update();
        }
    }

    /** Makes those of the next file; answers false when none was left. */
    public boolean next() {
        Optional<Integer> waiting = jdbc.sql(
                        "select file from passerelle.refused_line where run_no = :runNo order by file limit 1")
                .param("runNo", runNo)
                .query(Integer.class)
                .optional();
        waiting.ifPresent(file -> end(file, files.get(file)));
        return waiting.isPresent();
    }

    /** What was corrected in its lines is forgotten: their rejects show them whole. */
    private void end(int file, InputFile from) {
        reject(from, file);
        ofFile("""
            delete from passerelle.correction c using passerelle.refused_line r
            where r.run_no = :runNo and r.file = :file and c.table_name = :table and c.file_name = :name
              and c.run_no = r.run_no and c.line = r.line and c.ordinal = r.ordinal\
            """, file)
                .param("table", TableSchema.FREQUENTATION.name())
                .param("name", from.name())
                .update();
        resubmissions.refuse(runNo, file, from.name());
        ofFile("delete from passerelle.refused_line where run_no = :runNo and file = :file", file)
                .update();
    }

    private void reject(InputFile from, int file) {
        List<RejectedRow> page = new ArrayList<>();
        try (TableSource source = TableSource.open(from, TableSchema.FREQUENTATION);
                Stream<WaitingLine> lines = waiting(file)) {
            Iterator<WaitingLine> wanted = lines.iterator();
            WaitingLine next = wanted.next();
            for (Row.RowOutcome outcome = source.next(); outcome != null && next != null; outcome = source.next()) {
                if (outcome instanceof Row.RowOutcome.Accepted(Row row) && next.isAt(row)) {
                    page.add(next.why().breach().of(row, source.rejections()));
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

    /** The lines of a file that wait, in its order; what it says without a line comes last. */
    private Stream<WaitingLine> waiting(int file) {
        return ofFile("""
            select line, ordinal, reason from passerelle.refused_line where run_no = :runNo and file = :file
            order by line = 0, line, ordinal\
            """, file)
                .query((row, n) ->
                        new WaitingLine(row.getLong(1), row.getInt(2), LineRefusal.valueOf(row.getString(3))))
                .stream();
    }

    private JdbcClient.StatementSpec ofFile(String sql, int file) {
        return jdbc.sql(sql).param("runNo", runNo).param("file", file);
    }
}
