package fr.passerelle.batch.attendance;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Staged lines that others made refuse, until their cells are read again and they are rejects. */
final class RefusedLines {

    private static final String KEEP = """
        insert into passerelle.refused_line (run_no, file, line, ordinal, reason)
        select ?, w.* from unnest(?::int[], ?::bigint[], ?::int[], ?::text[]) as w
        on conflict (run_no, file, line, ordinal) do nothing\
        """;
    private static final String OF_FILE = """
        select line, ordinal, reason from passerelle.refused_line where run_no = ? and file = ?
        order by line = 0, line, ordinal\
        """;
    private static final String FORGET_CORRECTIONS = """
        delete from passerelle.correction c using passerelle.refused_line r
        where r.run_no = ? and r.file = ? and c.table_name = ? and c.file_name = ?
          and c.run_no = r.run_no and c.line = r.line and c.ordinal = r.ordinal\
        """;

    private final JdbcTemplate jdbc;

    RefusedLines(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void keep(long runNo, Map<StagedLine.Place, LineRefusal> refused) {
        if (!refused.isEmpty()) {
            Collection<StagedLine.Place> places = refused.keySet();
            jdbc.update(
                    KEEP,
                    runNo,
                    files(places),
                    places.stream().map(StagedLine.Place::line).toArray(Long[]::new),
                    places.stream().map(StagedLine.Place::ordinal).toArray(Integer[]::new),
                    refused.values().stream().map(LineRefusal::name).toArray(String[]::new));
        }
    }

    private static Integer[] files(Collection<StagedLine.Place> places) {
        return places.stream().map(StagedLine.Place::file).toArray(Integer[]::new);
    }

    /** Files, by their place among those of the run, of which lines wait. */
    List<Integer> files(long runNo) {
        return jdbc.query(
                "select distinct file from passerelle.refused_line where run_no = ? order by file",
                (row, n) -> row.getInt(1),
                runNo);
    }

    /** One of them. */
    record Line(long line, int ordinal, LineRefusal why) {

        boolean isAt(Row row) {
            return row.line() == line && row.ordinal() == ordinal;
        }
    }

    /** The lines of a file that wait, in its order; what it says without a line comes last. */
    Stream<Line> of(long runNo, int file) {
        return jdbc.queryForStream(
                OF_FILE,
                (row, n) -> new Line(row.getLong(1), row.getInt(2), LineRefusal.valueOf(row.getString(3))),
                runNo,
                file);
    }

    /** Forgets what was corrected in them: their rejects show them whole. */
    void forgetCorrections(long runNo, int file, String name) {
        jdbc.update(FORGET_CORRECTIONS, runNo, file, TableSchema.frequentation().name(), name);
    }

    /** Ends the lines of a file. */
    void end(long runNo, int file) {
        jdbc.update("delete from passerelle.refused_line where run_no = ? and file = ?", runNo, file);
    }
}
