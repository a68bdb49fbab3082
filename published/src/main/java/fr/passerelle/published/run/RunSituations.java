package fr.passerelle.published.run;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.run.RunJob.Phases;
import fr.passerelle.published.run.RunSituations.RunSituation.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where runs stand, told from their rows, from the job repository and from the lock, which alone tells a live run from a dead one. */
@Component
public record RunSituations(JdbcClient jdbc, Runs runs, LockHolders holders) {

    /** An execution whose process died says no end, or one that a later command made up: it was last heard of when one of its steps was. */
    private static final String TRACES = """
        with execution as (
            select p.parameter_value::bigint as run_no, e.job_execution_id, e.status,
                   greatest(coalesce(e.end_time, e.last_updated), (
                       select max(coalesce(s.end_time, s.last_updated)) from batch.batch_step_execution s
                       where s.job_execution_id = e.job_execution_id)) - e.start_time as worked,
                   (select s.step_name from batch.batch_step_execution s where s.job_execution_id = e.job_execution_id
                    order by s.step_execution_id desc limit 1) as step
            from batch.batch_job_execution e
            join batch.batch_job_execution_params p on p.job_execution_id = e.job_execution_id
            where p.parameter_name = 'run' and p.parameter_value = any(:numbers))
        select r.run_no, coalesce(extract(epoch from sum(x.worked)), 0) as seconds,
               (array_agg(x.status order by x.job_execution_id desc))[1] as status,
               (array_agg(x.step order by x.job_execution_id desc) filter (where x.step is not null))[1] as step
        from passerelle.run r left join execution x on x.run_no = r.run_no
        where r.run_no::text = any(:numbers) group by r.run_no\
        """;

    private static final String PHASES = """
        select s.step_name, (array_agg(s.status order by s.step_execution_id desc))[1] as status, count(*) as tries,
               coalesce(extract(epoch from sum(coalesce(s.end_time, s.last_updated) - s.start_time)), 0) as seconds,
               coalesce(sum(s.read_count), 0) as read, coalesce(sum(s.write_count), 0) as written
        from batch.batch_step_execution s
        join batch.batch_job_execution_params p on p.job_execution_id = s.job_execution_id
        where p.parameter_name = 'run' and p.parameter_value = :run
        group by s.step_name order by min(s.step_execution_id)\
        """;

    /** Of all runs, latest first. */
    public List<RunSituation> all() {
        return of(runs.all());
    }

    /** Of one run by its number; refuses one that is not there. */
    public RunSituation of(long no) {
        return of(List.of(runs.get(no))).getFirst();
    }

    /** Some of them, latest first. */
    public List<RunSituation> page(int size, long offset) {
        return of(runs.page(size, offset));
    }

    /** One by what people call it. */
    public Optional<RunSituation> find(String id) {
        return runs.find(id).map(run -> of(List.of(run)).getFirst());
    }

    /** The one that is not over, or was not announced: none begins after it. */
    public Optional<RunSituation> unfinished() {
        return last().filter(last -> !last.standing().isOver());
    }

    /** The one that was opened last; empty where none was. */
    public Optional<RunSituation> last() {
        return runs.last().map(run -> of(List.of(run)).getFirst());
    }

    /** The phases of a run that began, in their order. */
    public List<RunSituation.Phase> phases(Run run) {
        return jdbc.sql(PHASES)
                .param("run", Long.toString(run.no()))
                .query((row, n) -> new RunSituation.Phase(
                        row.getString("step_name"),
                        row.getString("status"),
                        row.getInt("tries"),
                        seconds(row),
                        row.getLong("read"),
                        row.getLong("written")))
                .list();
    }

    private List<RunSituation> of(List<Run> found) {
        Map<Long, Trace> traces = traces(found);
        Optional<Holder> holder = holders.holder();
        return found.stream()
                .map(run -> situation(run, traces.getOrDefault(run.no(), Trace.NONE), holder))
                .toList();
    }

    private static RunSituation situation(Run run, Trace trace, Optional<Holder> holder) {
        Standing standing = Standing.of(run.state(), trace.status(), holder.isPresent());
        Holder ofIt = standing == Standing.RUNNING ? holder.orElse(null) : null;
        return new RunSituation(run, standing, trace.phase(), trace.worked(), ofIt);
    }

    private Map<Long, Trace> traces(List<Run> found) {
        Map<Long, Trace> traces = new HashMap<>();
        RowCallbackHandler keep = row -> traces.put(row.getLong("run_no"), trace(row));
        String[] numbers = found.stream().map(run -> Long.toString(run.no())).toArray(String[]::new);
        jdbc.sql(TRACES).param("numbers", numbers).query(keep);
        return traces;
    }

    private static Trace trace(ResultSet row) throws SQLException {
        String step = row.getString("step");
        return new Trace(row.getString("status"), step == null ? null : Phases.nameOf(step), seconds(row));
    }

    private static Duration seconds(ResultSet row) throws SQLException {
        return Duration.ofMillis(Math.round(1000 * row.getDouble("seconds")));
    }

    /** What the job repository knows of a run. */
    private record Trace(@Nullable String status, @Nullable String phase, Duration worked) {

        private static final Trace NONE = new Trace(null, null, Duration.ZERO);
    }

    /**
     * Where a run stands: its last phase that began, in French, null before the first; how long its executions worked, waits between a stop and its
     * restart left out; who works on it now, null for nobody.
     */
    public record RunSituation(
            Run run,
            Standing standing,
            @Nullable String phase,
            Duration worked,
            @Nullable Holder holder) {

        /** What the run's row, its last execution and the lock say together. */
        public enum Standing {
            /** A process holds the lock and works on it. */
            RUNNING,
            /** It says that it runs, and nobody holds the lock: its process is dead. */
            INTERRUPTED,
            /** It stopped and said why. */
            STOPPED,
            /** Published, and its record is not on its topic yet. */
            UNANNOUNCED,
            /** Published: nothing is left to do. */
            PUBLISHED,
            ABANDONED;

            /** By the status of its last execution, as Spring Batch writes it, null without, and whether a process holds the lock of runs. */
            public static Standing of(Run.State state, @Nullable String lastStatus, boolean held) {
                return switch (state) {
                    case OPEN -> held ? RUNNING : INTERRUPTED;
                    case FAILED -> STOPPED;
                    case ABANDONED -> ABANDONED;
                    case PUBLISHED -> published(lastStatus, held);
                };
            }

            private static Standing published(@Nullable String lastStatus, boolean held) {
                if (lastStatus == null || lastStatus.equals("COMPLETED")) {
                    return PUBLISHED;
                }
                return held ? RUNNING : UNANNOUNCED;
            }

            /** Whether it may be taken up. */
            public boolean mayRestart() {
                return this == STOPPED || this == UNANNOUNCED;
            }

            /** Whether it may be given up. */
            public boolean mayBeAbandoned() {
                return this == STOPPED || this == INTERRUPTED;
            }

            /** Whether nothing is left to do. */
            public boolean isOver() {
                return this == PUBLISHED || this == ABANDONED;
            }
        }

        /** The command that takes it further; null when there is none. */
        public @Nullable String next() {
            return switch (standing) {
                case INTERRUPTED -> "./passerelle recover";
                case STOPPED, UNANNOUNCED -> "./passerelle restart " + run.id();
                case RUNNING, PUBLISHED, ABANDONED -> null;
            };
        }

        /**
         * A phase of a run, its repeats after restarts together: the step as the job calls it, what Spring Batch says of its last try (STARTED,
         * COMPLETED, FAILED, STOPPED), how many tries, from 1, and over all of them the rows read, where the step counts them, and the records
         * written.
         */
        public record Phase(String step, String status, int tries, Duration worked, long read, long written) {

            /** Its name in French. */
            public String name() {
                return Phases.nameOf(step);
            }
        }
    }

    /**
     * The session that holds the lock of runs: PostgreSQL's own process for it, the name of the sessions of its process, where it comes from, null
     * where not known, when it connected and when any session of its process last did something; both null where it is another role's, of which
     * PostgreSQL says no more.
     */
    public record Holder(
            int pid,
            String name,
            @Nullable String address,
            @Nullable OffsetDateTime since,
            @Nullable OffsetDateTime lastActivity) {}

    /** Who holds the lock of the live runs: whose session lives, as PostgreSQL tells it. */
    @Component
    public record LockHolders(JdbcClient jdbc, Namespace namespace) {

        private static final String HOLDER = """
            select pid, name, address, since, last_activity from passerelle.lock_holder where namespace = :namespace\
            """;

        /** Who holds it; empty when nobody does. */
        public Optional<Holder> holder() {
            return jdbc.sql(HOLDER)
                    .param("namespace", namespace.name())
                    .query(Holder.class)
                    .optional();
        }
    }
}
