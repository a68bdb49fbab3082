package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.InputFile;
import fr.passerelle.batch.source.mapping.Mapping;
import fr.passerelle.batch.source.reject.UnusableFile;
import fr.passerelle.batch.source.trace.Trace;
import fr.passerelle.batch.source.trace.Traces;
import fr.passerelle.schemas.table.TableSchema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The rejects that came back corrected. */
public final class Resubmissions {

    private static final String AMONG =
            "unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::int[]%s) as w (run_no, table_name, file_name,"
                    + " line, ordinal%s) join passerelle.reject r using (run_no, table_name, file_name, line, ordinal)";
    private static final String FIND = """
        select r.run_no, r.table_name, r.file_name, r.line, r.ordinal, r.sha256, r.reason, coalesce(r.cells ->> 'id_releve', ''), e.key,
               e.by_run_no, passerelle.likeness(r), coalesce(o.register_run_no, r.run_no),
               coalesce(o.register_name, r.file_name), coalesce((
                   select i ->> 'mapping' from passerelle.run n cross join jsonb_array_elements(n.parameters -> 'inputs') as i
                   where n.run_no = coalesce(o.register_run_no, r.run_no)
                     and i ->> 'name' = coalesce(o.register_name, r.file_name) limit 1), '')
        from %s
        left join passerelle.reject_origin o using (run_no, table_name, file_name, line, ordinal)
        left join lateral (
            select s.key, s.by_run_no
            from passerelle.reject_resubmission s
            where s.table_name = r.table_name
              and ((s.sha256, s.line, s.ordinal) = (r.sha256, r.line, r.ordinal) or s.likeness = passerelle.likeness(r))
            order by (s.sha256, s.line, s.ordinal) = (r.sha256, r.line, r.ordinal) desc, s.by_run_no desc
            limit 1) e on true\
        """.formatted(AMONG.formatted("", ""));
    private static final String KEEP = """
        insert into passerelle.reject_resubmission
            (run_no, table_name, file_name, line, ordinal, sha256, likeness, by_run_no, key)
        select r.run_no, r.table_name, r.file_name, r.line, r.ordinal, r.sha256, passerelle.likeness(r), w.by_run_no, w.key
        from %s
        on conflict (run_no, table_name, file_name, line, ordinal)
        do update set by_run_no = excluded.by_run_no, key = excluded.key\
        """.formatted(AMONG.formatted(", ?::bigint[], ?::text[]", ", by_run_no, key"));
    private static final String KEEP_ORIGINS = """
        insert into passerelle.reject_origin (run_no, table_name, file_name, line, ordinal, register_run_no, register_name)
        select ?, ?, w.* from unnest(?::text[], ?::bigint[], ?::int[], ?::bigint[], ?::text[]) as w\
        """;
    private static final String FIND_PLACES = """
        select w.base, w.run_no, w.sha256, max(substr(a.key, length(w.base) + 1)::int),
               bool_or(a.import_no is distinct from i.import_no
                       and not exists (select from passerelle.attendance_repeat t
                                       where t.import_no = i.import_no and t.records @> a.record_no)
                       and not exists (select from passerelle.file_import o
                                       join passerelle.reject_resubmission s on s.by_run_no = o.run_no
                                       where o.import_no = a.import_no))
        from unnest(?::text[], ?::bigint[], ?::text[]) as w (base, run_no, sha256)
        join passerelle.attendance a
          on a.key >= w.base || '0' and a.key < w.base || ':' and substr(a.key, length(w.base) + 1) ~ '^[0-9]+$'
        left join (passerelle.file_import i join passerelle.file f on f.file_no = i.file_no)
          on i.run_no = w.run_no and f.sha256 = w.sha256
        group by w.base, w.run_no, w.sha256\
        """;

    private final JdbcTemplate jdbc;
    private final Map<String, Mapping> mappings = new HashMap<>();

    /** Works in the caller's transactions on this data source. */
    public Resubmissions(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Refuses traces of what was never rejected, and of one row twice.
     *
     * @param corrected an export of rejects, corrected
     * @throws UnusableFile when there is one
     */
    public void requireKnown(InputFile corrected) {
        String file = corrected.name();
        Map<Long, Trace> traces = Traces.read(corrected.path(), file);
        Map<Trace, Reentry> known = find(traces.values());
        Set<Object> seen = new HashSet<>();
        traces.forEach((line, trace) -> {
            Reentry reentry = known.get(trace);
            if (reentry == null) {
                throw refusal(
                        file,
                        line,
                        "aucun rejet n'a cette trace (colonnes rejet_…) ; remettez-les comme dans l'export");
            }
            if (!seen.add(reentry.likeness()) | !seen.add(List.of(reentry.sha256(), trace.line(), trace.ordinal()))) {
                throw refusal(
                        file,
                        line,
                        "une ligne précédente corrige le même rejet, d'une autre exécution ou d'un autre fichier ; ne"
                                + " gardez que la bonne");
            }
        });
    }

    private static UnusableFile refusal(String file, long line, String why) {
        return new UnusableFile("Le fichier « %s », ligne %d : %s.".formatted(file, line, why));
    }

    /** The rejects of these traces, those that there are. */
    Map<Trace, Reentry> find(Collection<Trace> traces) {
        Map<Trace, Reentry> found = HashMap.newHashMap(traces.size());
        RowCallbackHandler add = row -> {
            Reentry reentry = reentry(row);
            found.put(reentry.trace(), reentry);
        };
        if (!traces.isEmpty()) {
            jdbc.query(FIND, add, traces(List.copyOf(traces)));
        }
        return found;
    }

    /** Where new records may go: asked for, by base of their keys, with the reject that each comes back for. */
    Map<Asked, Place> places(Collection<Asked> asked) {
        List<Asked> all = List.copyOf(asked);
        Map<Asked, Place> places = HashMap.newHashMap(all.size());
        all.forEach(one -> places.put(one, new Place(0, false)));
        RowCallbackHandler add = row -> places.put(
                new Asked(text(row, 1), row.getLong(2), text(row, 3)), new Place(row.getInt(4), row.getBoolean(5)));
        if (!all.isEmpty()) {
            jdbc.query(
                    FIND_PLACES,
                    add,
                    array(all, Asked::base, String[]::new),
                    array(all, Asked::runNo, Long[]::new),
                    array(all, Asked::sha256, String[]::new));
        }
        return places;
    }

    /** Keeps what came back, in the caller's transaction. */
    void keep(List<Reentry.Taken> taken) {
        if (taken.isEmpty()) {
            return;
        }
        Object[] traces = traces(taken.stream().map(Reentry.Taken::trace).toList());
        Object[] all = Arrays.copyOf(traces, traces.length + 2);
        all[traces.length] = array(taken, Reentry.Taken::byRun, Long[]::new);
        all[traces.length + 1] = array(taken, Reentry.Taken::key, String[]::new);
        jdbc.update(KEEP, all);
    }

    /** Keeps which register each row came from that is refused again, in the transaction that kept its reject. */
    void keepOrigins(long runNo, List<Reentry.Again> again) {
        if (!again.isEmpty()) {
            jdbc.update(
                    KEEP_ORIGINS,
                    runNo,
                    TableSchema.frequentation().name(),
                    array(again, one -> one.rejected().file(), String[]::new),
                    array(again, one -> one.rejected().line(), Long[]::new),
                    array(again, one -> one.rejected().ordinal(), Integer[]::new),
                    array(again, one -> one.register().runNo(), Long[]::new),
                    array(again, one -> one.register().source(), String[]::new));
        }
    }

    /**
     * A place that is asked for.
     *
     * @param base key without its rank
     * @param runNo run that rejected the row
     * @param sha256 hash of the register that held it
     */
    record Asked(String base, long runNo, String sha256) {}

    /**
     * What is known at a place.
     *
     * @param lastRank of the records there; 0 when there is none
     * @param foreign whether something there was said neither by the register that held the row, when the row was rejected, nor by a
     *     corrected row: it may be the row itself, in another version of the register
     */
    record Place(int lastRank, boolean foreign) {}

    private static Object[] traces(List<Trace> traces) {
        return new Object[] {
            array(traces, Trace::runNo, Long[]::new),
            array(traces, Trace::table, String[]::new),
            array(traces, Trace::source, String[]::new),
            array(traces, Trace::line, Long[]::new),
            array(traces, Trace::ordinal, Integer[]::new)
        };
    }

    private static <A, B> Object array(List<A> all, Function<A, B> part, IntFunction<B[]> made) {
        return all.stream().map(part).toArray(made);
    }

    private Reentry reentry(ResultSet row) throws SQLException {
        Trace trace = new Trace(row.getLong(1), text(row, 2), text(row, 3), row.getLong(4), row.getInt(5));
        return new Reentry(
                trace,
                text(row, 6),
                register(row),
                text(row, 7),
                text(row, 8),
                row.getString(9),
                row.getLong(10),
                text(row, 11));
    }

    private Reentry.Register register(ResultSet row) throws SQLException {
        String source = text(row, 13);
        Mapping mapping = mappings.computeIfAbsent(text(row, 14), written -> Mapping.written(written, source));
        return new Reentry.Register(row.getLong(12), source, mapping);
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}
