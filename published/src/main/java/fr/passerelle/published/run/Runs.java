package fr.passerelle.published.run;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.run.Run.RunParameters;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.schemas.fault.RunRefused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The runs in the database. */
@Repository
public class Runs {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = """
        select run_no, run_id, kind, state, identity, as_of, bareme_id, bareme_hash, bareme_text, parameters, counts,
               demonstration, expected_hash, result_hash, failure, opened_at, ended_at
        from passerelle.run where namespace = :namespace\
        """;

    private final JdbcClient jdbc;
    private final String namespace;

    public Runs(JdbcClient jdbc, Namespace namespace) {
        this.jdbc = jdbc;
        this.namespace = namespace.name();
    }

    /** All, latest first. */
    public List<Run> all() {
        return runs(" order by run_no desc", Map.of()).list();
    }

    /** Some of them, latest first. */
    public List<Run> page(int size, long offset) {
        return runs(" order by run_no desc limit :limit offset :offset", Map.of("limit", size, "offset", offset))
                .list();
    }

    /** Those that were published, latest first. */
    public List<Run> published(int most) {
        return runs(" and state = 'PUBLISHED' order by run_no desc limit :limit", Map.of("limit", most))
                .list();
    }

    /** Those that were published until one of them, it included, first to last. */
    public List<Run> publishedUntil(long no) {
        return runs(" and state = 'PUBLISHED' and run_no <= :no order by run_no", Map.of("no", no))
                .list();
    }

    /** Those of some numbers, by number. */
    public Map<Long, Run> byNumber(Collection<Long> numbers) {
        return runs(" and run_no = any(:numbers)", Map.of("numbers", numbers.toArray(Long[]::new))).list().stream()
                .collect(Collectors.toMap(Run::no, Function.identity()));
    }

    /** The number of the last night that was published; 0 where none was. */
    public long lastNight() {
        return number("select max(run_no) from passerelle.run where namespace = :namespace and kind = 'NIGHTLY' and"
                        + " state = 'PUBLISHED'")
                .orElse(0L);
    }

    /** How many there are. */
    public long count() {
        return number("select count(*) from passerelle.run where namespace = :namespace")
                .orElseThrow();
    }

    /** One by what people call it. */
    public Optional<Run> find(String id) {
        return runs(" and run_id = :runId", Map.of("runId", id)).optional();
    }

    /** One by its number. */
    public Optional<Run> find(long no) {
        return runs(" and run_no = :runNo", Map.of("runNo", no)).optional();
    }

    /** One by its number; refuses one that is not there. */
    public Run get(long no) {
        return find(no).orElseThrow(() -> RunRefused.wrongUse("Aucune exécution ne porte le numéro " + no + "."));
    }

    /** The latest. */
    public Optional<Run> last() {
        return runs(" order by run_no desc limit 1", Map.of()).optional();
    }

    /** Whether the data of the latest, whatever became of it, are a reconstruction; false where none was opened. */
    public boolean isLastDemonstration() {
        return last().map(Run::demonstration).orElse(false);
    }

    /** The number of the current one. */
    public Optional<Long> current() {
        return number("select run_no from passerelle.current_run where namespace = :namespace");
    }

    /** The current one: what holds. */
    public Optional<Run> currentRun() {
        return current().flatMap(this::find);
    }

    /** The same; refused where nothing is published, with what that keeps from being done or what to do, the end of a French sentence. */
    public Run requireCurrent(String otherwise) {
        return currentRun().orElseThrow(() -> new RunRefused("Aucune exécution n'est publiée : " + otherwise));
    }

    /** The last one published before another: the one it is compared with. */
    public Optional<Run> publishedBefore(long no) {
        return runs(" and state = 'PUBLISHED' and run_no < :runNo order by run_no desc limit 1", Map.of("runNo", no))
                .optional();
    }

    private Optional<Long> number(String sql) {
        return jdbc.sql(sql).param("namespace", namespace).query(Long.class).optional();
    }

    private JdbcClient.MappedQuerySpec<Run> runs(String rest, Map<String, ?> params) {
        return jdbc.sql(SELECT + rest)
                .param("namespace", namespace)
                .params(params)
                .query(Runs::run);
    }

    /** The run that a query of its table is at. */
    public static Run run(ResultSet row, int number) throws SQLException {
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
        return json == null ? null : JSON.readValue(json, RunCounts.class);
    }
}
