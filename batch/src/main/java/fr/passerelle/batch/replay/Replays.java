package fr.passerelle.batch.replay;

import fr.passerelle.batch.run.RunRefused;
import fr.passerelle.batch.run.Settings;
import fr.passerelle.schemas.contract.Topics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The replays of this live system in the database, and the steps taken with each. */
@Repository
public class Replays {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = """
        select replay_no, replay_id, namespace, state, bareme_id, bareme_hash, bareme_text, as_of, base_run_no, scope,
               manifest, manifest_hash, reason, account, result_hash, failure, planned_at, ended_at
        from passerelle.replay where starts_with(namespace, ?)\
        """;

    private final JdbcTemplate jdbc;
    private final Topics live;

    Replays(JdbcTemplate jdbc, Settings settings) {
        this.jdbc = jdbc;
        this.live = new Topics(settings.namespace());
    }

    /** All, latest first. */
    public List<Replay> all() {
        return jdbc.query(SELECT + " order by replay_no desc", (row, n) -> replay(row), live.replaysPrefix());
    }

    /**
     * One that exists.
     *
     * @throws RunRefused when none has this number
     */
    public Replay get(long no) {
        return jdbc.query(SELECT + " and replay_no = ?", (row, n) -> replay(row), live.replaysPrefix(), no).stream()
                .findFirst()
                .orElseThrow(() -> new RunRefused(
                        "Aucun rejeu ne porte le numéro " + no + " : « ./passerelle replay list » les montre."));
    }

    /** The latest that is not discarded. */
    public Optional<Replay> latest() {
        return all().stream()
                .filter(replay -> replay.state() != Replay.State.DISCARDED)
                .findFirst();
    }

    /** The steps taken with one, in order. */
    public List<ReplayStep> steps(long no) {
        return jdbc.query("""
            select step, account, reason, manifest_hash, run_no, done_at from passerelle.replay_step
            where replay_no = ? order by step_no\
            """, (row, n) -> step(row), no);
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
    public Replay keep(Plan plan) {
        jdbc.execute("lock table passerelle.replay in share row exclusive mode");
        Long next = jdbc.queryForObject("select coalesce(max(replay_no), 0) + 1 from passerelle.replay", Long.class);
        long no = next == null ? 1 : next;
        insert(no, plan);
        Replay kept = get(no);
        record(kept, ReplayStep.Kind.PLAN, plan.account(), plan.reason(), null);
        return kept;
    }

    private void insert(long no, Plan plan) {
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

    private static Replay replay(ResultSet row) throws SQLException {
        return new Replay(
                row.getLong("replay_no"),
                row.getString("replay_id"),
                row.getString("namespace"),
                Replay.State.valueOf(row.getString("state")),
                row.getString("bareme_id"),
                row.getString("bareme_hash"),
                row.getString("bareme_text"),
                row.getString("as_of"),
                row.getLong("base_run_no"),
                JSON.readValue(row.getString("scope"), Replay.Scope.class),
                JSON.readValue(row.getString("manifest"), Replay.Manifest.class),
                row.getString("manifest_hash"),
                row.getString("reason"),
                row.getString("account"),
                row.getString("result_hash"),
                row.getString("failure"),
                row.getObject("planned_at", OffsetDateTime.class),
                row.getObject("ended_at", OffsetDateTime.class));
    }

    private static ReplayStep step(ResultSet row) throws SQLException {
        return new ReplayStep(
                ReplayStep.Kind.valueOf(row.getString("step")),
                row.getString("account"),
                row.getString("reason"),
                row.getString("manifest_hash"),
                row.getObject("run_no", Long.class),
                row.getObject("done_at", OffsetDateTime.class));
    }
}
