package fr.passerelle.console.replay;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.schemas.contract.Topics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The replays of this live system in the database, their steps, and the live runs beside them. */
@Component
class ReplayTable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = "select * from passerelle.replay where starts_with(namespace, ?)";
    private static final String RUN =
            "select run_no, run_id, as_of, bareme_id, bareme_text, result_hash, demonstration from passerelle.run";
    private static final String STEPS = """
        select s.step, s.account, s.reason, r.run_id, s.done_at
        from passerelle.replay_step s left join passerelle.run r on r.run_no = s.run_no
        where s.replay_no = ? order by s.step_no\
        """;
    private static final String LAST_NIGHT =
            "select coalesce(max(run_no), 0) from passerelle.run where namespace = ? and kind"
                    + " = 'NIGHTLY' and state = 'PUBLISHED'";

    private final JdbcTemplate jdbc;
    private final String namespace;
    private final String prefix;

    ReplayTable(JdbcTemplate jdbc, ConsoleSettings settings) {
        this.jdbc = jdbc;
        this.namespace = settings.namespace();
        this.prefix = new Topics(namespace).replaysPrefix();
    }

    /** Latest first. */
    List<ReplayRow> latest(int most) {
        return jdbc.query(SELECT + " order by replay_no desc limit ?", (row, n) -> replay(row), prefix, most);
    }

    /** One by what people call it. */
    Optional<ReplayRow> find(String id) {
        return jdbc.query(SELECT + " and replay_id = ?", (row, n) -> replay(row), prefix, id).stream()
                .findFirst();
    }

    List<ReplayStepRow> steps(long no) {
        return jdbc.query(
                STEPS,
                (row, n) -> new ReplayStepRow(
                        row.getString("step"),
                        row.getString("account"),
                        row.getString("reason"),
                        row.getString("run_id"),
                        row.getTimestamp("done_at").toInstant()),
                no);
    }

    /** The live runs that these replays are compared with, by number. */
    Map<Long, BaseRun> bases(List<ReplayRow> some) {
        Long[] numbers = some.stream().map(ReplayRow::baseRunNo).distinct().toArray(Long[]::new);
        return jdbc.query(RUN + " where run_no = any(?)", (row, n) -> run(row), (Object) numbers).stream()
                .collect(Collectors.toMap(BaseRun::no, Function.identity()));
    }

    /** Live runs that were published, latest first. */
    List<BaseRun> published(int most) {
        return jdbc.query(
                RUN + " where namespace = ? and state = 'PUBLISHED' order by run_no desc limit ?",
                (row, n) -> run(row),
                namespace,
                most);
    }

    /** The number of the last night that was published; 0 where none was. */
    long lastNight() {
        Long no = jdbc.queryForObject(LAST_NIGHT, Long.class, namespace);
        return no == null ? 0 : no;
    }

    private static BaseRun run(ResultSet row) throws SQLException {
        return new BaseRun(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7));
    }

    private static ReplayRow replay(ResultSet row) throws SQLException {
        JsonNode scope = JSON.readTree(row.getString("scope"));
        Timestamp ended = row.getTimestamp("ended_at");
        return new ReplayRow(
                row.getLong("replay_no"),
                row.getString("replay_id"),
                row.getString("namespace"),
                row.getString("state"),
                row.getString("bareme_id"),
                row.getString("bareme_hash"),
                row.getString("bareme_text"),
                row.getString("as_of"),
                row.getLong("base_run_no"),
                texts(scope.path("epcis")),
                texts(scope.path("rooms")),
                records(JSON.readTree(row.getString("manifest"))),
                row.getString("manifest_hash"),
                row.getString("reason"),
                row.getString("account"),
                row.getString("result_hash"),
                row.getString("failure"),
                row.getTimestamp("planned_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(each -> each.asString(""))
                .toList();
    }

    private static long records(JsonNode manifest) {
        return manifest.path("records")
                .valueStream()
                .mapToLong(JsonNode::asLong)
                .sum();
    }
}
