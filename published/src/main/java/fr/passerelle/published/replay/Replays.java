package fr.passerelle.published.replay;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.replay.Replay.ReplayStanding;
import fr.passerelle.published.replay.Replay.ReplayStep;
import fr.passerelle.schemas.contract.Topics;
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

/** The replays of this live system in the database, and the steps taken with each. */
@Repository
public class Replays {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = """
        select replay_no, replay_id, namespace, state, bareme_id, bareme_hash, bareme_text, as_of, base_run_no, scope,
               manifest, manifest_hash, reason, account, result_hash, failure, planned_at, ended_at
        from passerelle.replay where starts_with(namespace, :prefix)\
        """;

    private final JdbcClient jdbc;
    private final Topics live;

    Replays(JdbcClient jdbc, Namespace namespace) {
        this.jdbc = jdbc;
        this.live = new Topics(namespace.name());
    }

    /** All, latest first. */
    public List<Replay> all() {
        return replays(" order by replay_no desc").query(Replays::replay).list();
    }

    /** Some, latest first. */
    public List<Replay> page(int size) {
        return replays(" order by replay_no desc limit :limit")
                .param("limit", size)
                .query(Replays::replay)
                .list();
    }

    /** Those that ended and were not discarded, latest first. */
    public List<Replay> completed() {
        return all().stream().filter(Replay::isCompleted).toList();
    }

    /** One by what people call it. */
    public Optional<Replay> find(String id) {
        return replays(" and replay_id = :replayId")
                .param("replayId", id)
                .query(Replays::replay)
                .optional();
    }

    /**
     * One that exists.
     *
     * @throws RunRefused when none has this number
     */
    public Replay get(long no) {
        return replays(" and replay_no = :replayNo")
                .param("replayNo", no)
                .query(Replays::replay)
                .optional()
                .orElseThrow(() -> RunRefused.wrongUse(
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
        return jdbc.sql("""
            select step as kind, account, reason, manifest_hash, run_no as run, done_at from passerelle.replay_step
            where replay_no = :replayNo order by step_no\
            """)
                .param("replayNo", no)
                .query(new SimplePropertyRowMapper<>(ReplayStep.class))
                .list();
    }

    /** Which is in force, and which were taken back. */
    public ReplayForce force() {
        return new ReplayForce(jdbc.sql("""
            select s.replay_no as replay, s.step as kind
            from passerelle.replay_step s join passerelle.replay p using (replay_no) join passerelle.run r using (run_no)
            where starts_with(p.namespace, :prefix) and s.step in ('PUT_IN_FORCE', 'ROLLBACK') and r.state = 'PUBLISHED'
            order by s.run_no desc\
            """)
                .param("prefix", live.replaysPrefix())
                .query(new SimplePropertyRowMapper<>(ReplayForce.Step.class))
                .list());
    }

    private JdbcClient.StatementSpec replays(String rest) {
        return jdbc.sql(SELECT + rest).param("prefix", live.replaysPrefix());
    }

    private static Replay replay(ResultSet row, int number) throws SQLException {
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

    /**
     * Which replay is in force, and which were taken back.
     *
     * @param steps what runs that were published did with replays: put in force or taken back, latest first
     */
    public record ReplayForce(List<Step> steps) {

        /** One step of one replay. */
        public record Step(long replay, ReplayStep.Kind kind) {}

        /** Where a replay stands; one that is discarded after it was put in force is in force still. */
        public ReplayStanding standing(Replay replay) {
            if (isInForce(replay.no())) {
                return ReplayStanding.IN_FORCE;
            }
            return replay.isCompleted() && isTakenBack(replay.no())
                    ? ReplayStanding.TAKEN_BACK
                    : ReplayStanding.valueOf(replay.state().name());
        }

        /** Whether the barème of a replay is the one that holds: a night since keeps it, whatever data it brought. */
        public boolean isInForce(long replay) {
            return inForce().filter(holding -> holding == replay).isPresent();
        }

        /** One that is taken back gives way to what it had replaced. */
        private Optional<Long> inForce() {
            int undone = 0;
            for (Step step : steps) {
                if (step.kind() == ReplayStep.Kind.ROLLBACK) {
                    undone++;
                } else if (undone == 0) {
                    return Optional.of(step.replay());
                } else {
                    undone--;
                }
            }
            return Optional.empty();
        }

        /** Whether a replay was put in force, and taken back since. */
        public boolean isTakenBack(long replay) {
            return steps.stream()
                    .filter(step -> step.replay() == replay)
                    .findFirst()
                    .filter(step -> step.kind() == ReplayStep.Kind.ROLLBACK)
                    .isPresent();
        }
    }
}
