package fr.passerelle.batch.replay;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.ReplayStep;
import fr.passerelle.published.replay.Replays;
import fr.passerelle.schemas.contract.Topics;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of the replays, and the steps taken with each. */
@Repository
public class ReplayWriter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate jdbc;
    private final Replays replays;
    private final Topics live;

    ReplayWriter(JdbcTemplate jdbc, Replays replays, Namespace namespace) {
        this.jdbc = jdbc;
        this.replays = replays;
        this.live = new Topics(namespace.name());
    }

    /** Records a step, in the caller's transaction. */
    public void record(Replay replay, ReplayStep.Kind kind, String account, String reason, @Nullable Long run) {
        jdbc.update(
                "insert into passerelle.replay_step (replay_no, step, account, reason, manifest_hash, run_no)"
                        + " values (?, ?, ?, ?, ?, ?)",
                replay.no(),
                kind.name(),
                account,
                reason,
                replay.manifestHash(),
                run);
    }

    /** Keeps a plan under the next number; answers it. */
    @Transactional
    public Replay keep(ReplayPlan plan) {
        jdbc.execute("lock table passerelle.replay in share row exclusive mode");
        Long next = jdbc.queryForObject("select coalesce(max(replay_no), 0) + 1 from passerelle.replay", Long.class);
        long no = next == null ? 1 : next;
        insert(no, plan);
        Replay kept = replays.get(no);
        record(kept, ReplayStep.Kind.PLAN, plan.account(), plan.reason(), null);
        return kept;
    }

    private void insert(long no, ReplayPlan plan) {
        jdbc.update(
                """
                insert into passerelle.replay (replay_no, replay_id, namespace, state, bareme_id, bareme_hash, bareme_text,
                                               as_of, base_run_no, scope, manifest, manifest_hash, reason, account)
                values (?, ?, ?, 'PLANNED', ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)\
                """,
                no,
                Replay.idOf(no),
                live.replay(Replay.idOf(no)).namespace(),
                plan.bareme().id(),
                plan.bareme().sha256(),
                plan.bareme().text(),
                plan.asOf(),
                plan.baseRun(),
                JSON.writeValueAsString(Map.of(
                        "epcis", plan.scope().epcis(), "rooms", plan.scope().rooms())),
                JSON.writeValueAsString(plan.manifest()),
                plan.hash(),
                plan.reason(),
                plan.account());
    }

    void begin(long no) {
        jdbc.update("update passerelle.replay set state = 'RUNNING', failure = null where replay_no = ?", no);
    }

    void fail(long no, String why) {
        jdbc.update(
                "update passerelle.replay set state = 'FAILED', failure = ? where replay_no = ? and state in"
                        + " ('RUNNING', 'FAILED')",
                why,
                no);
    }

    void complete(long no, String resultHash) {
        jdbc.update(
                "update passerelle.replay set state = 'COMPLETED', result_hash = ?, ended_at = now() where replay_no ="
                        + " ?",
                resultHash,
                no);
    }

    /** Its rows in the read model go with its state. */
    @Transactional
    public void discard(Replay replay, String account, String reason) {
        jdbc.update("delete from passerelle.result where namespace = ?", replay.namespace());
        jdbc.update("delete from passerelle.run_scored where namespace = ?", replay.namespace());
        jdbc.update(
                "update passerelle.replay set state = 'DISCARDED', failure = null, ended_at = coalesce(ended_at, now())"
                        + " where replay_no = ?",
                replay.no());
        record(replay, ReplayStep.Kind.DISCARD, account, reason, null);
    }
}
