package fr.passerelle.envelope.scenario;

import fr.passerelle.journal.Pause;
import fr.passerelle.journal.ScenarioLog;
import fr.passerelle.published.decision.StepMotive;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.ScenarioAdopted;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.ScenarioKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of the scenarios, the steps taken with each, and what their topic will carry: each change in one transaction. */
@Repository
public class ScenarioWriter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Scenarios scenarios;
    private final ScenarioLog log;

    ScenarioWriter(JdbcClient jdbc, Scenarios scenarios, Records records) {
        this.jdbc = jdbc;
        this.scenarios = scenarios;
        this.log = new ScenarioLog(jdbc, records);
    }

    /** Keeps a plan under the next number; answers it. */
    @Transactional
    public Scenario keep(ScenarioKind kind, ScenarioManifest manifest, @Nullable String credits, StepMotive motive) {
        lock();
        long no = jdbc.sql("select coalesce(max(scenario_no), 0) + 1 from passerelle.scenario")
                .query(Long.class)
                .single();
        insert(no, kind, manifest, credits, motive);
        Scenario kept = scenarios.get(no);
        record(kept, ScenarioStep.Kind.PLAN, motive);
        return kept;
    }

    /**
     * Keeps what a scenario computed, with its record, unless another process did so first.
     *
     * @return whether it did
     */
    @Transactional
    public boolean compute(long no, ScenarioComputed computed) {
        lock();
        Scenario scenario = scenarios.get(no);
        if (scenario.state() != Scenario.State.PLANNED) {
            return false;
        }
        log.append(no, scenario.id(), computed);
        jdbc.sql("update passerelle.scenario set state = 'COMPUTED', computed_at = now() where scenario_no = :no")
                .param("no", no)
                .update();
        record(scenario, ScenarioStep.Kind.RUN, new StepMotive(scenario.reason(), scenario.account()));
        Pause.at("scenario-before-commit");
        return true;
    }

    /**
     * Adopts one that is computed, with its record, in place of the one before, unless another process took a step with it first.
     *
     * @return whether it did
     */
    @Transactional
    public boolean adopt(Scenario scenario, StepMotive motive) {
        lock();
        if (hasMoved(scenario)) {
            return false;
        }
        log.append(
                scenario.no(),
                scenario.id(),
                new ScenarioAdopted(
                        scenario.no(), scenario.id(), scenario.manifestHash(), motive.account(), motive.reason()));
        end(scenario, Scenario.State.ADOPTED);
        record(scenario, ScenarioStep.Kind.ADOPT, motive);
        return true;
    }

    /**
     * Discards one, whose row and steps stay, unless another process took a step with it first.
     *
     * @return whether it did
     */
    @Transactional
    public boolean discard(Scenario scenario, StepMotive motive) {
        lock();
        if (hasMoved(scenario)) {
            return false;
        }
        end(scenario, Scenario.State.DISCARDED);
        record(scenario, ScenarioStep.Kind.DISCARD, motive);
        return true;
    }

    private boolean hasMoved(Scenario seen) {
        Scenario now = scenarios.get(seen.no());
        return now.state() != seen.state() || scenarios.standing(now) != scenarios.standing(seen);
    }

    /** One process at a time, until the end of the transaction. */
    private void lock() {
        jdbc.sql("lock table passerelle.scenario in share row exclusive mode").update();
    }

    private void insert(
            long no, ScenarioKind kind, ScenarioManifest manifest, @Nullable String credits, StepMotive motive) {
        jdbc.sql("""
            insert into passerelle.scenario (scenario_no, scenario_id, kind, state, base_run_no, manifest, manifest_hash,
                                             credits, reason, account)
            values (:no, :id, :kind, 'PLANNED', :run, :manifest::jsonb, :hash, :credits, :reason, :account)\
            """)
                .param("no", no)
                .param("id", Scenario.idOf(no))
                .param("kind", kind.name())
                .param("run", manifest.run())
                .param("manifest", JSON.writeValueAsString(manifest))
                .param("hash", manifest.hash())
                .param("credits", credits)
                .param("reason", motive.reason())
                .param("account", motive.account())
                .update();
    }

    private void end(Scenario scenario, Scenario.State state) {
        jdbc.sql("update passerelle.scenario set state = :state, ended_at = coalesce(ended_at, now())"
                        + " where scenario_no = :no")
                .param("state", state.name())
                .param("no", scenario.no())
                .update();
    }

    private void record(Scenario scenario, ScenarioStep.Kind kind, StepMotive motive) {
        jdbc.sql("insert into passerelle.scenario_step (scenario_no, step, account, reason, manifest_hash)"
                        + " values (:no, :step, :account, :reason, :hash)")
                .param("no", scenario.no())
                .param("step", kind.name())
                .param("account", motive.account())
                .param("reason", motive.reason())
                .param("hash", scenario.manifestHash())
                .update();
    }
}
