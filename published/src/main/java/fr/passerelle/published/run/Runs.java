package fr.passerelle.published.run;

import fr.passerelle.published.Namespace;
import fr.passerelle.schemas.event.RunKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The runs in the database. */
@Repository
public class Runs {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = """
        select run_no, run_id, kind, state, identity, as_of, bareme_id, bareme_hash, bareme_text, parameters, counts,
               demonstration, expected_hash, result_hash, failure, opened_at, ended_at
        from passerelle.run where namespace = ?\
        """;

    private final JdbcTemplate jdbc;
    private final String namespace;

    Runs(JdbcTemplate jdbc, Namespace namespace) {
        this.jdbc = jdbc;
        this.namespace = namespace.name();
    }

    /** All, latest first. */
    public List<Run> all() {
        return jdbc.query(SELECT + " order by run_no desc", (row, n) -> run(row), namespace);
    }

    /** Some of them, latest first. */
    public List<Run> page(int size, long offset) {
        return jdbc.query(
                SELECT + " order by run_no desc limit ? offset ?", (row, n) -> run(row), namespace, size, offset);
    }

    /** Those that were published, latest first. */
    public List<Run> published(int most) {
        return jdbc.query(
                SELECT + " and state = 'PUBLISHED' order by run_no desc limit ?",
                (row, n) -> run(row),
                namespace,
                most);
    }

    /** Those of some numbers, by number. */
    public Map<Long, Run> byNumber(Collection<Long> numbers) {
        return jdbc
                .query(SELECT + " and run_no = any(?)", (row, n) -> run(row), namespace, numbers.toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(Run::no, Function.identity()));
    }

    /** The number of the last night that was published; 0 where none was. */
    public long lastNight() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select coalesce(max(run_no), 0) from passerelle.run where namespace = ? and kind = 'NIGHTLY' and state"
                        + " = 'PUBLISHED'",
                Long.class,
                namespace));
    }

    /** How many there are. */
    public long count() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from passerelle.run where namespace = ?", Long.class, namespace));
    }

    /** One by what people call it. */
    public Optional<Run> find(String id) {
        return jdbc.query(SELECT + " and run_id = ?", (row, n) -> run(row), namespace, id).stream()
                .findFirst();
    }

    /** One by its number. */
    public Optional<Run> find(long no) {
        return jdbc.query(SELECT + " and run_no = ?", (row, n) -> run(row), namespace, no).stream()
                .findFirst();
    }

    /** The last phase of a run that began, in French. */
    public Optional<String> phase(long no) {
        return jdbc.query("""
            select s.step_name from batch.batch_step_execution s
            join batch.batch_job_execution_params p on p.job_execution_id = s.job_execution_id
            where p.parameter_name = 'run' and p.parameter_value = ?
            order by s.step_execution_id desc limit 1\
            """, (row, n) -> Phases.nameOf(row.getString(1)), Long.toString(no)).stream()
                .findFirst();
    }

    /**
     * One that exists.
     *
     * @throws RunRefused when none has this number
     */
    public Run get(long no) {
        return find(no).orElseThrow(() -> new RunRefused("Aucune exécution ne porte le numéro " + no + "."));
    }

    /** The latest. */
    public Optional<Run> last() {
        return jdbc.query(SELECT + " order by run_no desc limit 1", (row, n) -> run(row), namespace).stream()
                .findFirst();
    }

    /** The number of the current one. */
    public Optional<Long> current() {
        return jdbc
                .query(
                        "select run_no from passerelle.current_run where namespace = ?",
                        (row, n) -> row.getLong(1),
                        namespace)
                .stream()
                .findFirst();
    }

    /** The current one: what holds. */
    public Optional<Run> currentRun() {
        return current().flatMap(this::find);
    }

    /** The number of the last one published before another: the one it is compared with. */
    public Optional<Long> publishedBefore(long no) {
        return jdbc
                .query(
                        "select run_no from passerelle.run where namespace = ? and state = 'PUBLISHED' and run_no < ?"
                                + " order by run_no desc limit 1",
                        (row, n) -> row.getLong(1),
                        namespace,
                        no)
                .stream()
                .findFirst();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getLong("run_no"),
                row.getString("run_id"),
                RunKind.valueOf(row.getString("kind")),
                Run.State.valueOf(row.getString("state")),
                row.getString("identity"),
                row.getString("as_of"),
                row.getString("bareme_id"),
                row.getString("bareme_hash"),
                row.getString("bareme_text"),
                JSON.readValue(row.getString("parameters"), RunParameters.class),
                counts(row.getString("counts")),
                row.getBoolean("demonstration"),
                row.getString("expected_hash"),
                row.getString("result_hash"),
                row.getString("failure"),
                row.getObject("opened_at", OffsetDateTime.class),
                row.getObject("ended_at", OffsetDateTime.class));
    }

    private static @Nullable RunCounts counts(@Nullable String json) {
        return json == null ? null : RunCounts.JSON.readValue(json, RunCounts.class);
    }
}
