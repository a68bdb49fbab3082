package fr.passerelle.batch.replay;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.Replay.ReplayStep;
import fr.passerelle.published.replay.Replays;
import fr.passerelle.schemas.contract.Topics;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of the replays, and the steps taken with each. */
@Repository
public class ReplayWriter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Replays replays;
    private final Topics live;

    ReplayWriter(JdbcClient jdbc, Replays replays, Namespace namespace) {
        this.jdbc = jdbc;
        this.replays = replays;
        this.live = new Topics(namespace.name());
    }

    /** Records a step, in the caller's transaction. */
    public void record(Replay replay, ReplayStep.Kind kind, String account, String reason, @Nullable Long run) {
        jdbc.sql("insert into passerelle.replay_step (replay_no, step, account, reason, manifest_hash, run_no)"
                        + " values (:replayNo, :step, :account, :reason, :manifestHash, :runNo)")
                .param("replayNo", replay.no())
                .param("step", kind.name())
                .param("account", account)
                .param("reason", reason)
                .param("manifestHash", replay.manifestHash())
                .param("runNo", run)
                .update();
    }

    /** Keeps a plan under the next number; answers it. */
    @Transactional
    public Replay keep(ReplayPlan plan) {
        jdbc.sql("lock table passerelle.replay in share row exclusive mode").update();
        long no = jdbc.sql("select coalesce(max(replay_no), 0) + 1 from passerelle.replay")
                .query(Long.class)
                .single();
        insert(no, plan);
        Replay kept = replays.get(no);
        record(
                kept,
                ReplayStep.Kind.PLAN,
                plan.motive().account(),
                plan.motive().reason(),
                null);
        return kept;
    }

    private void insert(long no, ReplayPlan plan) {
        jdbc.sql("""
            insert into passerelle.replay (replay_no, replay_id, namespace, state, bareme_id, bareme_hash, bareme_text,
                                           as_of, base_run_no, scope, manifest, manifest_hash, reason, account)
            values (:replayNo, :replayId, :namespace, 'PLANNED', :baremeId, :baremeHash, :baremeText,
                    :asOf, :baseRunNo, :scope::jsonb, :manifest::jsonb, :manifestHash, :reason, :account)\
            """)
                .param("replayNo", no)
                .param("replayId", Replay.idOf(no))
                .param("namespace", live.replay(Replay.idOf(no)).namespace())
                .param("baremeId", plan.bareme().id())
                .param("baremeHash", plan.bareme().sha256())
                .param("baremeText", plan.bareme().text())
                .param("asOf", plan.asOf())
                .param("baseRunNo", plan.baseRun())
                .param(
                        "scope",
                        JSON.writeValueAsString(Map.of(
                                "epcis",
                                plan.scope().epcis(),
                                "rooms",
                                plan.scope().rooms())))
                .param("manifest", JSON.writeValueAsString(plan.manifest()))
                .param("manifestHash", plan.hash())
                .param("reason", plan.motive().reason())
                .param("account", plan.motive().account())
                .update();
    }

    void begin(long no) {
        jdbc.sql("update passerelle.replay set state = 'RUNNING', failure = null where replay_no = :replayNo")
                .param("replayNo", no)
                .update();
    }

    void fail(long no, String why) {
        jdbc.sql("update passerelle.replay set state = 'FAILED', failure = :why where replay_no = :replayNo and"
                        + " state in ('RUNNING', 'FAILED')")
                .param("why", why)
                .param("replayNo", no)
                .update();
    }

    void complete(long no, String resultHash) {
        jdbc.sql("update passerelle.replay set state = 'COMPLETED', result_hash = :resultHash, ended_at = now()"
                        + " where replay_no = :replayNo")
                .param("resultHash", resultHash)
                .param("replayNo", no)
                .update();
    }

    /** Its rows in the read model go with its state. */
    @Transactional
    public void discard(Replay replay, String account, String reason) {
        jdbc.sql("delete from passerelle.result where namespace = :namespace")
                .param("namespace", replay.namespace())
                .update();
        jdbc.sql("delete from passerelle.run_scored where namespace = :namespace")
                .param("namespace", replay.namespace())
                .update();
        jdbc.sql("update passerelle.replay set state = 'DISCARDED', failure = null, ended_at ="
                        + " coalesce(ended_at, now()) where replay_no = :replayNo")
                .param("replayNo", replay.no())
                .update();
        record(replay, ReplayStep.Kind.DISCARD, account, reason, null);
    }
}
