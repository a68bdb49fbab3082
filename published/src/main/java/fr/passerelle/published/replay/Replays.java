package fr.passerelle.published.replay;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.run.RunRefused;
import fr.passerelle.schemas.contract.Topics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
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

    Replays(JdbcTemplate jdbc, Namespace namespace) {
        this.jdbc = jdbc;
        this.live = new Topics(namespace.name());
    }

    /** All, latest first. */
    public List<Replay> all() {
        return jdbc.query(SELECT + " order by replay_no desc", (row, n) -> replay(row), live.replaysPrefix());
    }

    /** Some, latest first. */
    public List<Replay> page(int size) {
        return jdbc.query(
                SELECT + " order by replay_no desc limit ?", (row, n) -> replay(row), live.replaysPrefix(), size);
    }

    /** Those that ended and were not discarded, latest first. */
    public List<Replay> completed() {
        return all().stream().filter(Replay::isCompleted).toList();
    }

    /** One by what people call it. */
    public Optional<Replay> find(String id) {
        return jdbc.query(SELECT + " and replay_id = ?", (row, n) -> replay(row), live.replaysPrefix(), id).stream()
                .findFirst();
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
