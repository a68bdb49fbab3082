package fr.passerelle.batch.attendance;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staged lines that others made refuse, until their cells are read again and they are rejects. */
final class RefusedLines {

    private static final String KEEP = """
        insert into passerelle.refused_line (run_no, file, line, ordinal, reason)
        select :runNo, w.* from unnest(:files::int[], :lines::bigint[], :ordinals::int[], :reasons::text[]) as w
        on conflict (run_no, file, line, ordinal) do nothing\
        """;
    private static final String OF_FILE = """
        select line, ordinal, reason from passerelle.refused_line where run_no = :runNo and file = :file
        order by line = 0, line, ordinal\
        """;
    private static final String FORGET_CORRECTIONS = """
        delete from passerelle.correction c using passerelle.refused_line r
        where r.run_no = :runNo and r.file = :file and c.table_name = :table and c.file_name = :name
          and c.run_no = r.run_no and c.line = r.line and c.ordinal = r.ordinal\
        """;

    private final JdbcClient jdbc;

    RefusedLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(long runNo, Map<StagedLine.Place, LineRefusal> refused) {
        if (!refused.isEmpty()) {
            Collection<StagedLine.Place> places = refused.keySet();
            jdbc.sql(KEEP)
                    .param("runNo", runNo)
                    .param("files", places.stream().map(StagedLine.Place::file).toArray(Integer[]::new))
                    .param("lines", places.stream().map(StagedLine.Place::line).toArray(Long[]::new))
                    .param(
                            "ordinals",
                            places.stream().map(StagedLine.Place::ordinal).toArray(Integer[]::new))
                    .param(
                            "reasons",
                            refused.values().stream().map(LineRefusal::name).toArray(String[]::new))
                    .update();
        }
    }

    /** Files, by their place among those of the run, of which lines wait. */
    List<Integer> files(long runNo) {
        return jdbc.sql("select distinct file from passerelle.refused_line where run_no = :runNo order by file")
                .param("runNo", runNo)
                .query((row, n) -> row.getInt(1))
                .list();
    }

    /** One of them. */
    record Line(long line, int ordinal, LineRefusal why) {

        boolean isAt(Row row) {
            return row.line() == line && row.ordinal() == ordinal;
        }
    }

    /** The lines of a file that wait, in its order; what it says without a line comes last. */
    Stream<Line> of(long runNo, int file) {
        return ofFile(OF_FILE, runNo, file)
                .query((row, n) -> new Line(row.getLong(1), row.getInt(2), LineRefusal.valueOf(row.getString(3))))
                .stream();
    }

    /** Forgets what was corrected in them: their rejects show them whole. */
    void forgetCorrections(long runNo, int file, String name) {
        ofFile(FORGET_CORRECTIONS, runNo, file)
                .param("table", TableSchema.frequentation().name())
                .param("name", name)
                .update();
    }

    /** Ends the lines of a file. */
    void end(long runNo, int file) {
        ofFile("delete from passerelle.refused_line where run_no = :runNo and file = :file", runNo, file)
                .update();
    }

    private JdbcClient.StatementSpec ofFile(String sql, long runNo, int file) {
        return jdbc.sql(sql).param("runNo", runNo).param("file", file);
    }
}
