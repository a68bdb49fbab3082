package fr.passerelle.batch.attendance;

import static fr.passerelle.batch.attendance.ImportedMonthTable.array;

import fr.passerelle.batch.attendance.StagedLines.StagedLine;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Traces;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.RejectedRow;
import fr.passerelle.sources.reject.UnusableFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rejects that come back corrected. A corrected row is added to what the import that refused it said, at its line: of two versions of
 * a register that both had it wrong, each gets it back, and it counts once.
 */
public final class Resubmissions {

    private static final String FIND = """
        select r.run_no, r.table_name, r.file_name, r.line, r.ordinal, g.run_no, g.name, g.line, g.ordinal, coalesce((
                   select i ->> 'mapping' from passerelle.run n cross join jsonb_array_elements(n.parameters -> 'inputs') as i
                   where n.run_no = g.run_no and i ->> 'name' = g.name limit 1), ''),
               coalesce((
                   select m.import_no from passerelle.file_import m
                   where m.run_no = g.run_no and m.name = g.name and m.withdrawn_by is null), 0)
        from unnest(:runs::bigint[], :tables::text[], :sources::text[], :lines::bigint[], :ordinals::int[])
            as w (run_no, table_name, file_name, line, ordinal)
        join passerelle.reject r using (run_no, table_name, file_name, line, ordinal)
        left join passerelle.reject_origin o using (run_no, table_name, file_name, line, ordinal)
        cross join lateral (select coalesce(o.register_run_no, r.run_no) as run_no, coalesce(o.register_name, r.file_name) as name,
                                   coalesce(o.register_line, r.line) as line, coalesce(o.register_ordinal, r.ordinal) as ordinal) as g\
        """;
    private static final String STAGE = """
        insert into passerelle.staged_correction
            (file, line, ordinal, run_no, file_name, reject_line, reject_ordinal, register_run_no, register_name, said_line, said_ordinal)
        select * from unnest(:files::int[], :lines::bigint[], :ordinals::int[], :runs::bigint[], :sources::text[],
                             :rejectLines::bigint[], :rejectOrdinals::int[], :registerRuns::bigint[],
                             :registers::text[], :saidLines::bigint[], :saidOrdinals::int[])\
        """;
    private static final String TAKE = """
        insert into passerelle.reject_resubmission (run_no, table_name, file_name, line, ordinal, sha256, by_run_no)
        select r.run_no, r.table_name, r.file_name, r.line, r.ordinal, r.sha256, :runNo
        from unnest(:files::int[], :lines::bigint[], :ordinals::int[]) as w (file, line, ordinal)
        join passerelle.staged_correction c using (file, line, ordinal)
        join passerelle.reject r on (r.run_no, r.table_name, r.file_name, r.line, r.ordinal)
                                  = (c.run_no, :table, c.file_name, c.reject_line, c.reject_ordinal)
        on conflict (run_no, table_name, file_name, line, ordinal) do update set by_run_no = excluded.by_run_no\
        """;
    private static final String REFUSE_STAGED = """
        insert into passerelle.reject_origin
            (run_no, table_name, file_name, line, ordinal, register_run_no, register_name, register_line, register_ordinal)
        select r.run_no, :table, :name, c.line, c.ordinal, c.register_run_no, c.register_name, c.said_line, c.said_ordinal
        from passerelle.refused_line r join passerelle.staged_correction c using (file, line, ordinal)
        where r.run_no = :runNo and r.file = :file\
        """;
    private static final String REFUSE = """
        insert into passerelle.reject_origin
            (run_no, table_name, file_name, line, ordinal, register_run_no, register_name, register_line, register_ordinal)
        select :runNo, :table, w.* from unnest(:files::text[], :lines::bigint[], :ordinals::int[], :registerRuns::bigint[],
                                               :registers::text[], :saidLines::bigint[], :saidOrdinals::int[]) as w\
        """;

    private static final String TABLE = TableSchema.FREQUENTATION.name();

    private final JdbcClient jdbc;
    private final Map<String, Mapping> mappings = new HashMap<>();

    /** Works in the caller's transactions on this data source. */
    public Resubmissions(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Refuses, as an UnusableFile, corrected rejects with traces of what was never rejected, or of one row twice. */
    public void requireKnown(InputFile corrected) {
        String file = corrected.name();
        Map<Long, Traces.Trace> traces = Traces.read(corrected.path(), file);
        Map<Traces.Trace, Reentry> known = find(traces.values());
        Set<Object> seen = new HashSet<>();
        traces.forEach((line, trace) -> {
            Reentry reentry = known.get(trace);
            String why = null;
            if (reentry == null) {
                why = "aucun rejet n'a cette trace (colonnes rejet_…) ; remettez-les comme dans l'export";
            } else if (!seen.add(List.of(
                    reentry.register().runNo(), reentry.register().source(), reentry.line(), reentry.ordinal()))) {
                why = "une ligne précédente corrige le même rejet, d'une autre exécution ou d'un autre fichier ; ne"
                        + " gardez que la bonne";
            }
            if (why != null) {
                throw new UnusableFile("Le fichier « %s », ligne %d : %s.".formatted(file, line, why));
            }
        });
    }

    /** The rejects of these traces, as far as they are known. */
    Map<Traces.Trace, Reentry> find(Collection<Traces.Trace> traces) {
        Map<Traces.Trace, Reentry> found = new HashMap<>();
        RowCallbackHandler add = row -> {
            Reentry reentry = reentry(row);
            found.put(reentry.trace(), reentry);
        };
        if (!traces.isEmpty()) {
            jdbc.sql(FIND)
                    .param("runs", array(traces, Traces.Trace::runNo, Long[]::new))
                    .param("tables", array(traces, Traces.Trace::table, String[]::new))
                    .param("sources", array(traces, Traces.Trace::source, String[]::new))
                    .param("lines", array(traces, Traces.Trace::line, Long[]::new))
                    .param("ordinals", array(traces, Traces.Trace::ordinal, Integer[]::new))
                    .query(add);
        }
        return found;
    }

    /** Notes which rejects staged lines correct. */
    void stage(Collection<StagedLines.Staged> lines) {
        List<StagedLines.Staged> places =
                lines.stream().filter(line -> line.corrects() != null).toList();
        List<Reentry> of = places.stream()
                .<@Nullable Reentry>map(StagedLines.Staged::corrects)
                .filter(Objects::nonNull)
                .toList();
        if (!places.isEmpty()) {
            jdbc.sql(STAGE)
                    .param("files", array(places, line -> line.at().file(), Integer[]::new))
                    .param("lines", array(places, line -> line.at().line(), Long[]::new))
                    .param("ordinals", array(places, line -> line.at().ordinal(), Integer[]::new))
                    .param("runs", array(of, one -> one.trace().runNo(), Long[]::new))
                    .param("sources", array(of, one -> one.trace().source(), String[]::new))
                    .param("rejectLines", array(of, one -> one.trace().line(), Long[]::new))
                    .param("rejectOrdinals", array(of, one -> one.trace().ordinal(), Integer[]::new))
                    .param("registerRuns", array(of, one -> one.register().runNo(), Long[]::new))
                    .param("registers", array(of, one -> one.register().source(), String[]::new))
                    .param("saidLines", array(of, Reentry::line, Long[]::new))
                    .param("saidOrdinals", array(of, Reentry::ordinal, Integer[]::new))
                    .update();
        }
    }

    /** Notes that staged lines that correct rejects were taken. */
    void take(long runNo, Collection<StagedLine.Place> places) {
        if (!places.isEmpty()) {
            jdbc.sql(TAKE)
                    .param("runNo", runNo)
                    .param("table", TABLE)
                    .param("files", array(places, StagedLine.Place::file, Integer[]::new))
                    .param("lines", array(places, StagedLine.Place::line, Long[]::new))
                    .param("ordinals", array(places, StagedLine.Place::ordinal, Integer[]::new))
                    .update();
        }
    }

    /** Keeps which register each line of a file came from that is refused again, in the transaction that keeps the rejects. */
    void refuse(long runNo, int file, String name) {
        jdbc.sql(REFUSE_STAGED)
                .param("table", TABLE)
                .param("name", name)
                .param("runNo", runNo)
                .param("file", file)
                .update();
    }

    /** The same of rows that were not even staged. */
    void refuse(long runNo, Collection<Reentry.Again> again) {
        if (!again.isEmpty()) {
            jdbc.sql(REFUSE)
                    .param("runNo", runNo)
                    .param("table", TABLE)
                    .param("files", array(again, one -> one.rejected().file(), String[]::new))
                    .param("lines", array(again, one -> one.rejected().line(), Long[]::new))
                    .param("ordinals", array(again, one -> one.rejected().ordinal(), Integer[]::new))
                    .param(
                            "registerRuns",
                            array(again, one -> one.of().register().runNo(), Long[]::new))
                    .param("registers", array(again, one -> one.of().register().source(), String[]::new))
                    .param("saidLines", array(again, one -> one.of().line(), Long[]::new))
                    .param("saidOrdinals", array(again, one -> one.of().ordinal(), Integer[]::new))
                    .update();
        }
    }

    private Reentry reentry(ResultSet row) throws SQLException {
        Traces.Trace trace =
                new Traces.Trace(row.getLong(1), text(row, 2), text(row, 3), row.getLong(4), row.getInt(5));
        String source = text(row, 7);
        Mapping mapping = mappings.computeIfAbsent(text(row, 10), written -> Mapping.written(written, source));
        return new Reentry(
                trace,
                new Reentry.Register(row.getLong(6), source, mapping, row.getInt(11)),
                row.getLong(8),
                row.getInt(9));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    /**
     * A reject that a corrected row comes back for, with the register that the row first came from, its line there, and its place among
     * the rows that this line gives, from 0.
     */
    record Reentry(Traces.Trace trace, Register register, long line, int ordinal) {

        /** A file of a run, not one of corrected rows, how it was read, and its import; 0 where it was withdrawn since. */
        record Register(long runNo, String source, Mapping mapping, int importNo) {}

        /** A reject that came back and is refused again. */
        record Again(RejectedRow rejected, Reentry of) {}
    }
}
