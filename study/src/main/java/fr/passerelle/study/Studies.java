package fr.passerelle.study;

import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.fault.RunRefused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The studies in the database, the steps taken with each, and what each answered. */
@Repository
public class Studies {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String SELECT = """
        select study_no, state, question, question_hash, inputs, reason, account, planned_at, computed_at, ended_at,
               answer_hash, failure
        from passerelle.study where starts_with(study_id, :letter)\
        """;

    private static final String STEPS = """
        select step as verb, account, reason, question_hash, run_no as run, done_at from passerelle.study_step
        where study_id = :study order by step_no\
        """;

    private static final String ANSWERS = """
        select payload, schema_fingerprint from passerelle.study_record
        where study_id = :study and type = :type order by seq\
        """;

    private final JdbcClient jdbc;
    private final PayloadReader payloads;

    Studies(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.payloads = RegisteredSchemas.reader(jdbc);
    }

    /** All of a series, latest first. */
    public <Q extends Question> List<Study<Q>> all(StudySeries<Q> series) {
        return select(series, " order by study_no desc", Map.of()).list();
    }

    /** One by what people call it. */
    public <Q extends Question> Optional<Study<Q>> find(StudySeries<Q> series, String id) {
        return select(series, " and study_id = :id", Map.of("id", id)).optional();
    }

    /** One that exists; {@link RunRefused} where none has this number. */
    public <Q extends Question> Study<Q> get(StudySeries<Q> series, long no) {
        return find(series, series.idOf(no)).orElseThrow(() -> series.unknown(no));
    }

    /** The one of a kind that is adopted; of a kind where each adopted one stands, the latest. */
    public <Q extends Question> Optional<Study<Q>> adopted(StudySeries<Q> series, String kind) {
        String adopted = " and kind = :kind and state = 'ADOPTED' order by study_no desc limit 1";
        return select(series, adopted, Map.of("kind", kind)).optional();
    }

    /** The steps taken with one, in order. */
    public List<Study.Step> steps(Study<?> study) {
        return jdbc.sql(STEPS)
                .param("study", study.id())
                .query(new SimplePropertyRowMapper<>(Study.Step.class))
                .list();
    }

    /** The records of a type that a study has on its log, by its id and in the order of the log: none until it is computed. */
    public <R extends SpecificRecord> List<R> answers(String id, Class<R> type) {
        return jdbc.sql(ANSWERS)
                .param("study", id)
                .param("type", type.getSimpleName())
                .query((row, n) -> payloads.read(row.getBytes(1), row.getLong(2), type))
                .list();
    }

    private <Q extends Question> JdbcClient.MappedQuerySpec<Study<Q>> select(
            StudySeries<Q> series, String rest, Map<String, String> values) {
        return jdbc.sql(SELECT + rest)
                .param("letter", series.letter() + "-")
                .params(values)
                .query((row, n) -> study(series, row));
    }

    private static <Q extends Question> Study<Q> study(StudySeries<Q> series, ResultSet row) throws SQLException {
        return new Study<>(
                series,
                row.getLong("study_no"),
                Study.State.valueOf(row.getString("state")),
                JSON.readValue(row.getString("question"), series.question()),
                row.getString("question_hash"),
                JSON.readValue(row.getString("inputs"), TEXTS),
                row.getString("reason"),
                row.getString("account"),
                row.getObject("planned_at", OffsetDateTime.class),
                row.getObject("computed_at", OffsetDateTime.class),
                row.getObject("ended_at", OffsetDateTime.class),
                row.getString("answer_hash"),
                row.getString("failure"));
    }
}
