package fr.passerelle.envelope.scenario;

import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.ScenarioKind;
import fr.passerelle.schemas.fault.RunRefused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The scenarios in the database, the steps taken with each, and what each computed. */
@Repository
public class Scenarios {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = """
        select scenario_no, scenario_id, kind, state, manifest, manifest_hash, credits, reason, account, planned_at,
               computed_at, ended_at
        from passerelle.scenario\
        """;
    private static final String COMPUTED = """
        select payload, schema_fingerprint from passerelle.scenario_record
        where scenario_no = :no and type = 'ScenarioComputed'\
        """;
    private static final String ADOPTED = """
        select s.scenario_no from passerelle.scenario_step t join passerelle.scenario s using (scenario_no)
        where t.step = 'ADOPT' and s.kind = :kind order by t.step_no desc limit 1\
        """;

    private final JdbcClient jdbc;
    private final PayloadReader payloads;

    Scenarios(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.payloads = RegisteredSchemas.reader(jdbc);
    }

    /** All, latest first. */
    public List<Scenario> all() {
        return jdbc.sql(SELECT + " order by scenario_no desc")
                .query(Scenarios::scenario)
                .list();
    }

    /** One by what people call it. */
    public Optional<Scenario> find(String id) {
        return jdbc.sql(SELECT + " where scenario_id = :id")
                .param("id", id)
                .query(Scenarios::scenario)
                .optional();
    }

    /**
     * One that exists.
     *
     * @throws RunRefused when none has this number
     */
    public Scenario get(long no) {
        return jdbc.sql(SELECT + " where scenario_no = :no")
                .param("no", no)
                .query(Scenarios::scenario)
                .optional()
                .orElseThrow(() -> RunRefused.wrongUse(
                        "Aucun scénario ne porte le numéro " + no + " : « ./passerelle enveloppe list » les montre."));
    }

    /** The steps taken with one, in order. */
    public List<ScenarioStep> steps(long no) {
        return jdbc.sql("""
            select step as kind, account, reason, manifest_hash, done_at from passerelle.scenario_step
            where scenario_no = :no order by step_no\
            """)
                .param("no", no)
                .query(new SimplePropertyRowMapper<>(ScenarioStep.class))
                .list();
    }

    /** What one computed; empty until it has. */
    public Optional<ScenarioComputed> computed(long no) {
        return jdbc.sql(COMPUTED)
                .param("no", no)
                .query((row, n) -> payloads.read(row.getBytes(1), row.getLong(2), ScenarioComputed.class))
                .optional();
    }

    /** The number of the one of a kind that is adopted: the last one that was. */
    public Optional<Long> adopted(ScenarioKind kind) {
        return jdbc.sql(ADOPTED).param("kind", kind.name()).query(Long.class).optional();
    }

    /** Where one stands. */
    public ScenarioStanding standing(Scenario scenario) {
        boolean replaced = scenario.state() == Scenario.State.ADOPTED
                && adopted(scenario.kind()).filter(no -> no == scenario.no()).isEmpty();
        return replaced
                ? ScenarioStanding.REPLACED
                : ScenarioStanding.valueOf(scenario.state().name());
    }

    private static Scenario scenario(ResultSet row, int number) throws SQLException {
        return new Scenario(
                row.getLong("scenario_no"),
                row.getString("scenario_id"),
                ScenarioKind.valueOf(row.getString("kind")),
                Scenario.State.valueOf(row.getString("state")),
                JSON.readValue(row.getString("manifest"), ScenarioManifest.class),
                row.getString("manifest_hash"),
                row.getString("credits"),
                row.getString("reason"),
                row.getString("account"),
                row.getObject("planned_at", OffsetDateTime.class),
                row.getObject("computed_at", OffsetDateTime.class),
                row.getObject("ended_at", OffsetDateTime.class));
    }
}
